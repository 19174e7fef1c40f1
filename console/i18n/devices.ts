/** Words of the devices of a window. */
export const devicesArea = {
  readCard: '读身份证',
  readCardOf: '读身份证：{{of}}',
  layCard: '请把身份证放在读卡器上…',
  picture: '高拍仪拍摄',
  pictureFor: '用高拍仪拍摄：{{material}}',
  noBridge: '本机外设服务（{{address}}）没有应答。请确认它已启动，或者手工录入。',
  noDevice: '本机没有接入这种设备。请检查连接，或者手工录入。',
  nothingThere: '没有读到证件。请把身份证平放在读卡器上再试一次。',
  unreadable: '设备给出的内容读不出来。请再试一次，或者手工录入。',
} as const;
