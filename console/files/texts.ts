import i18next from 'i18next';
import { filesArea } from '../i18n/files.ts';

// The words come with the panel that says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { files: filesArea }, true);
