import type { ThemeConfig } from 'antd';

/** Colours of the lights: text on its ground, all above 4.5:1. Never shown without word and icon. */
export const lights = {
  green: { text: '#237804', ground: '#f6ffed', line: '#95de64' },
  yellow: { text: '#874d00', ground: '#fffbe6', line: '#d48806' },
  red: { text: '#cf1322', ground: '#fff1f0', line: '#cf1322' },
  grey: { text: '#434343', ground: '#f5f5f5', line: '#8c8c8c' },
} as const;
export type LightColour = keyof typeof lights;

/** The light of a warning by its level: any is yellow until it is red, as the case itself shines then (domain/case/lights.ts). */
export function cardLight(level: string): LightColour {
  return level === 'red' ? 'red' : 'yellow';
}

const han = '"PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif';
/** Fonts by language: a Chinese font sets the quotation marks of an English sentence two letters wide. */
export const fonts = { zh: han, en: `"Segoe UI","Helvetica Neue",Arial,${han}` } as const;

/** antd's defaults fail contrast AA in primary, hovered, secondary and description texts: these tokens pass. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0958d9',
    colorPrimaryHover: '#003eb3',
    colorLink: '#0958d9',
    colorLinkHover: '#003eb3',
    colorLinkActive: '#003eb3',
    colorInfo: '#0958d9',
    colorError: '#cf1322',
    colorSuccess: '#237804',
    colorWarning: '#874d00',
    colorErrorBg: '#fff1f0',
    colorErrorBorder: '#cf1322',
    colorSuccessBg: '#f6ffed',
    colorSuccessBorder: '#95de64',
    colorWarningBg: '#fffbe6',
    colorWarningBorder: '#d48806',
    colorTextSecondary: '#434343',
    colorTextTertiary: '#595959',
    colorTextDescription: '#595959',
    colorTextPlaceholder: '#6b6b6b',
    colorTextDisabled: '#6b6b6b',
    colorBorder: '#8c8c8c',
    colorBgLayout: '#f3f5f8',
    fontFamily: fonts.zh,
    borderRadius: 4,
  },
  components: {
    Layout: {
      headerBg: '#0a2a5e',
      headerColor: '#ffffff',
      siderBg: '#ffffff',
      headerPadding: '0 16px',
      headerHeight: 56,
    },
    // Tabs that do not fit hide behind a button that assistive software may not find among them: 20 px apart they fit from 1024 px on.
    Tabs: { horizontalItemGutter: 20 },
    Table: { headerBg: '#eef2f8', cellPaddingBlock: 10 },
    // The longest menu, a department administrator's, stands whole in the first screen at 1366 x 768.
    Menu: { itemHeight: 30, itemMarginBlock: 2, groupTitleLineHeight: 1.2 },
  },
};
