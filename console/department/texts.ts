import i18next from 'i18next';
import { departmentArea } from '../i18n/department.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { department: departmentArea }, true);
