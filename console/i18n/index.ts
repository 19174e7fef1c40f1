import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api.ts';
import { auditArea } from './audit.ts';
import { caseArea } from './case.ts';
import { clerkArea } from './clerk.ts';
import { frameArea } from './frame.ts';
import { supervisionArea } from './supervision.ts';
import { publicArea } from './public.ts';
import type { casePageArea } from './case-page.ts';
import type { filesArea } from './files.ts';
import type { onlineArea } from './online.ts';
import type { batchArea } from './batch.ts';
import type { catalogueArea } from './catalogue.ts';
import type { departmentArea } from './department.ts';
import type { devicesArea } from './devices.ts';
import type { papersArea } from './papers.ts';
import type { numbersArea } from './numbers.ts';
import type { orderArea } from './order.ts';
import type { passingArea } from './passing.ts';
import type { peopleArea } from './people.ts';
import type { servingArea } from './serving.ts';
import type { trialArea } from './trial.ts';

/** One line for each area of texts; `t('frame.signIn')` is its key `signIn`. */
const areas = {
  frame: frameArea,
  clerk: clerkArea,
  case: caseArea,
  public: publicArea,
  supervision: supervisionArea,
  audit: auditArea,
};

declare module 'i18next' {
  interface CustomTypeOptions {
    /** The words of these come with what says them: see the `texts.ts` beside it. */
    resources: {
      translation: Omit<typeof areas, 'case'> & {
        case: typeof caseArea & typeof casePageArea;
        order: typeof orderArea;
        people: typeof peopleArea;
        files: typeof filesArea;
        papers: typeof papersArea;
        batch: typeof batchArea;
        catalogue: typeof catalogueArea;
        department: typeof departmentArea;
        devices: typeof devicesArea;
        online: typeof onlineArea;
        numbers: typeof numbersArea;
        serving: typeof servingArea;
        passing: typeof passingArea;
        trial: typeof trialArea;
      };
    };
    returnNull: false;
  }
}

export type Language = 'zh-CN' | 'en';
const storageKey = 'shixian.language';

/** The language the person chose on this machine; Chinese where none was chosen. */
export function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';
}

/** Starts the texts; called once before the first page. Where English does not load, the page is Chinese. */
export async function startTexts(): Promise<void> {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: areas } },
    interpolation: { escapeValue: false },
  });
  const wanted = storedLanguage();
  tell('zh-CN');
  if (wanted !== 'zh-CN') await speakIn(wanted).catch(() => undefined);
}

/**
 * Switches and remembers the language. Legal texts and data stay as they are.
 * @throws when the texts do not load: the language is then as it was
 */
export async function switchLanguage(language: Language): Promise<void> {
  await speakIn(language);
  localStorage.setItem(storageKey, language);
}

async function speakIn(language: Language): Promise<void> {
  if (language === 'en' && !i18next.hasResourceBundle('en', 'translation')) {
    const { english } = await import('./english/index.ts');
    i18next.addResourceBundle('en', 'translation', english);
  }
  tell(language);
  await i18next.changeLanguage(language);
}

function tell(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}
