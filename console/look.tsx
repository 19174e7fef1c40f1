import { App, ConfigProvider } from 'antd';
import enUS from 'antd/locale/en_US';
import zhCN from 'antd/locale/zh_CN';
import dayjs from 'dayjs';
import 'dayjs/locale/zh-cn';
import { useEffect } from 'react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { fonts, theme } from './theme.ts';

/** Who wants no motion gets none of antd's. Shortened by style rules instead, its menus would be measured before they are in place. */
const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
const lookIn = (fontFamily: string) => ({
  ...theme,
  token: { ...theme.token, fontFamily, ...(still && { motion: false }) },
});
const looks = { zh: lookIn(fonts.zh), en: lookIn(fonts.en) };

/** Tokens, locale and message host around all pages. */
export function Look({ children }: { children: ReactNode }) {
  const { i18n } = useTranslation();
  const english = i18n.language === 'en';
  useEffect(() => {
    dayjs.locale(english ? 'en' : 'zh-cn');
  }, [english]);
  return (
    <ConfigProvider
      theme={english ? looks.en : looks.zh}
      locale={english ? enUS : zhCN}
      button={{ autoInsertSpace: false }}
    >
      <App>{children}</App>
    </ConfigProvider>
  );
}
