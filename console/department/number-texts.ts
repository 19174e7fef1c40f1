import i18next from 'i18next';
import { numbersArea } from '../i18n/numbers.ts';

// The words come with the page that says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { numbers: numbersArea }, true);
