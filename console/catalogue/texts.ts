import i18next from 'i18next';
import { catalogueArea } from '../i18n/catalogue.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { catalogue: catalogueArea }, true);
