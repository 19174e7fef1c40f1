import i18next from 'i18next';
import { papersArea } from '../i18n/papers.ts';

// The words come with the panel that says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { papers: papersArea }, true);
