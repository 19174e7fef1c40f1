import i18next from 'i18next';
import { batchArea } from '../i18n/batch.ts';

// The words come with the page that says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { batch: batchArea }, true);
