import i18next from 'i18next';
import { devicesArea } from '../i18n/devices.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { devices: devicesArea }, true);
