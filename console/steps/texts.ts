import i18next from 'i18next';
import { orderArea } from '../i18n/order.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { order: orderArea }, true);
