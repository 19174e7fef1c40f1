import i18next from 'i18next';
import { onlineArea } from '../i18n/online.ts';
import '../files/texts.ts';

// The words come with the page that says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { online: onlineArea }, true);
