import i18next from 'i18next';
import { passingArea } from '../i18n/passing.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { passing: passingArea }, true);
