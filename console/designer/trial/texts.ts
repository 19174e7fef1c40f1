import i18next from 'i18next';
import { trialArea } from '../../i18n/trial.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { trial: trialArea }, true);
