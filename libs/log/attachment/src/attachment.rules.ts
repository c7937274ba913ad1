import { ruleBook } from '@lookback/kernel';

/** Why a file is not taken as an attachment, or not shown. No fact says anything of what is in it. */
export const {
  rules: attachmentRules,
  refuse,
  refuseIf,
} = ruleBook({
  'attachment.empty': { kind: 'sense', en: 'The file is empty.', zh: '文件为空。' },
  'attachment.too-large': {
    kind: 'sense',
    en: 'The file is larger than {limit} bytes.',
    zh: '文件超过 {limit} 字节。',
  },
  'attachment.quota-used': {
    kind: 'sense',
    en: 'An account may upload at most {limit} MB a day; {used} MB have been used today. Continue tomorrow, or use smaller photos.',
    zh: '每个账号每天最多上传 {limit} MB，今天已用 {used} MB。请明天继续，或缩小照片后再上传。',
  },
  'attachment.kind-unknown': {
    kind: 'sense',
    en: 'By its content the file is not of a kind that may be attached: {kinds}.',
    zh: '按文件内容判断，不是可上传的类型：{kinds}。',
  },
  'attachment.heic': {
    kind: 'sense',
    en: 'The photo is in the HEIC format, which cannot be shown without its metadata; save it as JPEG.',
    zh: '照片为 HEIC 格式，无法在去除元数据后显示，请另存为 JPEG。',
  },
  'attachment.refused-by-scanner': {
    kind: 'sense',
    en: 'The scanner of this office refused the file.',
    zh: '本单位的文件扫描程序拒绝了该文件。',
  },
  'attachment.unreadable': {
    kind: 'sense',
    en: 'The photo is damaged or has more than {pixels} pixels, so no preview can be made. The original can still be downloaded.',
    zh: '照片已损坏或超过 {pixels} 像素，无法生成预览；仍可下载原件。',
  },
});
