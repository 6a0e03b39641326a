import * as z from 'zod/mini';

/**
 * Danh mục các thành phần dân tộc Việt Nam, with the codes of the statistics office: Quyết định số 421-TCTK/PPCĐ ngày
 * 02/3/1979 của Tổng cục Thống kê. Written from memory (certainty `memory`): compare with the text before exchanging
 * these codes with another system. 55 is used for people of other nationality.
 */
export const ETHNICITIES: Readonly<Record<string, string>> = {
  '01': 'Kinh',
  '02': 'Tày',
  '03': 'Thái',
  '04': 'Hoa',
  '05': 'Khơ-me',
  '06': 'Mường',
  '07': 'Nùng',
  '08': 'Mông',
  '09': 'Dao',
  '10': 'Gia-rai',
  '11': 'Ngái',
  '12': 'Ê-đê',
  '13': 'Ba-na',
  '14': 'Xơ-đăng',
  '15': 'Sán Chay',
  '16': 'Cơ-ho',
  '17': 'Chăm',
  '18': 'Sán Dìu',
  '19': 'Hrê',
  '20': 'Mnông',
  '21': 'Ra-glai',
  '22': 'Xtiêng',
  '23': 'Bru-Vân Kiều',
  '24': 'Thổ',
  '25': 'Giáy',
  '26': 'Cơ-tu',
  '27': 'Gié-Triêng',
  '28': 'Mạ',
  '29': 'Khơ-mú',
  '30': 'Co',
  '31': 'Tà-ôi',
  '32': 'Chơ-ro',
  '33': 'Kháng',
  '34': 'Xinh-mun',
  '35': 'Hà Nhì',
  '36': 'Chu-ru',
  '37': 'Lào',
  '38': 'La Chí',
  '39': 'La Ha',
  '40': 'Phù Lá',
  '41': 'La Hủ',
  '42': 'Lự',
  '43': 'Lô Lô',
  '44': 'Chứt',
  '45': 'Mảng',
  '46': 'Pà Thẻn',
  '47': 'Cơ Lao',
  '48': 'Cống',
  '49': 'Bố Y',
  '50': 'Si La',
  '51': 'Pu Péo',
  '52': 'Brâu',
  '53': 'Ơ Đu',
  '54': 'Rơ-măm',
  '55': 'Người nước ngoài',
};

/** A code of this list. */
export const ethnicityCode = z.string().check(z.refine((code) => Object.hasOwn(ETHNICITIES, code)));

/** Dân tộc thiểu số are all of Việt Nam's peoples but the Kinh: codes 02 to 54, both included. */
export const FIRST_MINORITY = '02';
export const LAST_MINORITY = '54';

/** The code of a people by its name ('Thái' → '03'), or undefined. */
export function ethnicityCodeOf(name: string): string | undefined {
  return Object.entries(ETHNICITIES).find(([, known]) => known === name)?.[0];
}
