import i18next from 'i18next';
import { peopleArea } from '../i18n/people.ts';

// The words come with what says them; English ones come with all of English.
i18next.addResourceBundle('zh-CN', 'translation', { people: peopleArea }, true);
