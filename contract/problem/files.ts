import type { CatalogueEntry } from './catalogue-entry.ts';

/** Refusals about files of a case. */
export const fileProblems = {
  'file-not-taken': {
    status: 415,
    zh: '不收这种文件',
    en: 'The file is not taken',
    sentence: '只收 PDF、图片、Word、Excel、PowerPoint 和 OFD 文件，不收压缩包和含宏的文件。',
  },
  'file-too-large': { status: 413, zh: '文件过大', en: 'The file is too large', sentence: '文件超过了大小上限。' },
  'case-files-too-large': {
    status: 409,
    zh: '办件的文件总量过大',
    en: 'The files of the case are too large',
    sentence: '该办件的文件总量将超过上限，请压缩图片或者合并文件后再上传。',
  },
  'too-many-files': {
    status: 409,
    zh: '文件过多',
    en: 'Too many files',
    sentence: '该办件的文件或者同时上传的文件过多，请稍后再试。',
  },
  'file-content-missing': {
    status: 503,
    zh: '文件内容缺失',
    en: 'The content of the file is missing',
    sentence: '登记中有该文件，但存储中找不到它的内容，请联系系统管理员从备份中恢复文件目录。',
  },
  'upload-offset': {
    status: 409,
    zh: '续传位置不符',
    en: 'The upload goes on elsewhere',
    sentence: '续传位置与已收到的内容不符，请重新查询位置后继续。',
  },
  'upload-ended': {
    status: 409,
    zh: '上传已结束',
    en: 'The upload is over',
    sentence: '该文件已上传完毕或者已取消，请刷新后查看。',
  },
  'file-ended': {
    status: 409,
    zh: '文件已撤回或者已有新版本',
    en: 'The file counts no more',
    sentence: '该文件已撤回或者已有新版本，请刷新后查看。',
  },
  'file-in-quarantine': {
    status: 409,
    zh: '文件在隔离中',
    en: 'The file is in quarantine',
    sentence: '该文件正在等待查毒或者发现病毒，不能打开。',
  },
  'ticket-over': {
    status: 401,
    zh: '上传凭据已失效',
    en: 'The ticket is over',
    sentence: '已超过上传时间或者查询码已更换，请用办件编号和查询码重新查询。',
  },
  'file-not-offered': {
    status: 409,
    zh: '文件不在待收取状态',
    en: 'The file does not wait',
    sentence: '该文件已收取、不收取或者不是申请人上传的，请刷新后查看。',
  },
  'reused-already': {
    status: 409,
    zh: '该材料已有同一份文件',
    en: 'The material has this very file',
    sentence: '该材料已有内容相同的文件，不必再次使用。',
  },
  'reuse-without-consent': {
    status: 409,
    zh: '申请人未同意使用此前的材料',
    en: 'The applicant did not agree',
    sentence: '申请人网上申报时没有同意使用此前的材料，请当面或者书面征得同意后再使用。',
  },
  'reuse-expired': {
    status: 409,
    zh: '此前的材料已过有效期',
    en: 'What was given before is out of date',
    sentence: '该材料已过有效期，不能再用，请申请人重新提供。',
  },
  'store-full': {
    status: 507,
    zh: '存储空间不足',
    en: 'The store is full',
    sentence: '存储空间不足，文件没有保存，请联系系统管理员。',
  },
} as const satisfies Record<string, CatalogueEntry>;
