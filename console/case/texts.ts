import i18next from 'i18next';
import { casePageArea } from '../i18n/case-page.ts';

// The words come with the page that says them, beside those of `case` that lists say too; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { case: casePageArea }, true);
