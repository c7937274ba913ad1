import type { ThemeConfig } from 'antd';

/** Colours with at least 4.5 : 1 on white. */
export const theme: ThemeConfig = {
  token: {
    colorPrimary: '#0b5c4b',
    colorInfo: '#0b5c4b',
    colorSuccess: '#1b6e2f',
    colorWarning: '#8a5300',
    colorError: '#b3261e',
    colorInfoBg: '#eef6f3',
    colorInfoBorder: '#9cc4b8',
    colorSuccessBg: '#eff7f0',
    colorWarningBg: '#fff7e8',
    colorErrorBg: '#fdf1f0',
    colorTextPlaceholder: '#6b6f76',
    colorTextDescription: '#5a5f66',
    borderRadius: 6,
    motion: false,
    fontFamily:
      "'Noto Sans SC Variable', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC', 'Noto Sans CJK SC', system-ui, -apple-system, 'Segoe UI', sans-serif",
  },
};
