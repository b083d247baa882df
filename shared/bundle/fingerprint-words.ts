/**
 * A fingerprint (BN25, 24 digits) as twelve short words, one for each pair of digits: people read words over the telephone with fewer
 * slips than digits. No two words of the list differ by tone alone, because a bad line swallows tones. FROZEN: two offices compare them.
 */
const words = (
  'áo bàn cá dừa én gạo hoa kem lúa mây ' +
  'nón ong phao quạt rổ sen thóc vịt xe yên ' +
  'bưởi cau đèn giếng hươu khoai lạc măng nấm ổi ' +
  'phở quế rừng sóng trăng vườn xoài bếp chuông diều ' +
  'đình ghế hồ kiến làng mưa ngựa ốc phấn rùa ' +
  'sách thuyền tre voi cổng chim dép đồng gà hến ' +
  'kẹo khung mật ngô nước thang ruộng bến trống tôm ' +
  'vải cờ cua dây đất gương gấu khế lưới mèo ' +
  'núi nghé bút răng sao thỏ tường ví chợ cọc ' +
  'đu gốm hạt khăn lò muối nhà trâu suối vàng'
).split(' ');

/** `['áo', 'ong', …]`: twelve words for 24 digits, whatever separates the digits. */
export const fingerprintWords = (fingerprint: string): string[] =>
  (fingerprint.replace(/\D/g, '').match(/\d{2}/g) ?? []).map((pair) => words[Number(pair)] ?? '');

/** Six groups of four digits, whatever separated them before. */
export const fingerprintGroups = (fingerprint: string): string[] =>
  fingerprint.replace(/\D/g, '').match(/.{1,4}/g) ?? [];
