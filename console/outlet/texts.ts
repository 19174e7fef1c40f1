import i18next from 'i18next';
import { servingArea } from '../i18n/serving.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { serving: servingArea }, true);
