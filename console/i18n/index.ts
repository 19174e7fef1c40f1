import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { speak } from '../api.ts';
import { caseArea } from './case.ts';
import { clerkArea } from './clerk.ts';
import { orderArea } from './order.ts';
import { frameArea } from './frame.ts';
import { departmentArea } from './department.ts';
import { supervisionArea } from './supervision.ts';
import { publicArea } from './public.ts';

/** One line for each area of texts; `t('frame.signIn')` is its key `signIn`. */
const areas = {
  frame: frameArea,
  clerk: clerkArea,
  case: caseArea,
  order: orderArea,
  department: departmentArea,
  public: publicArea,
  supervision: supervisionArea,
};

type Areas = typeof areas;
type Chinese = { readonly [A in keyof Areas]: Areas[A]['zh'] };

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Chinese };
    returnNull: false;
  }
}

export type Language = 'zh-CN' | 'en';
const storageKey = 'shixian.language';

/** The language the person chose on this machine; Chinese where none was chosen. */
export function storedLanguage(): Language {
  return localStorage.getItem(storageKey) === 'en' ? 'en' : 'zh-CN';
}

/** Starts the texts; called once before the first page. */
export async function startTexts(): Promise<void> {
  const pick = (language: 'zh' | 'en') =>
    Object.fromEntries(Object.entries(areas).map(([name, area]) => [name, area[language]]));
  await i18next.use(initReactI18next).init({
    lng: storedLanguage(),
    fallbackLng: 'zh-CN',
    resources: { 'zh-CN': { translation: pick('zh') }, en: { translation: pick('en') } },
    interpolation: { escapeValue: false },
  });
  tell(storedLanguage());
}

/** Switches and remembers the language. Legal texts and data stay as they are. */
export async function switchLanguage(language: Language): Promise<void> {
  localStorage.setItem(storageKey, language);
  tell(language);
  await i18next.changeLanguage(language);
}

function tell(language: Language): void {
  speak(language);
  document.documentElement.lang = language;
}
