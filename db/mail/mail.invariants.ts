import type { Reader } from '#db/database.ts';

/** What must hold of letters; each gives the ids that break it. */
export const invariants = [
  {
    name: 'letter-sent-somewhere',
    sentence: 'Thư đã gửi có ngày giờ gửi và nơi nhận; thư chưa gửi thì không.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db.selectFrom('mailLetter').select(['id', 'status', 'sentAt', 'sentTo']).execute();
      return rows
        .filter(({ status, sentAt, sentTo }) => (status === 'sent') !== (sentAt !== null && sentTo !== null))
        .map(({ id }) => id);
    },
  },
  {
    name: 'digest-has-address',
    sentence: 'Ai nhận thư tóm tắt hằng ngày thì có địa chỉ thư điện tử.',
    async find(db: Reader): Promise<string[]> {
      const rows = await db
        .selectFrom('mailSetting')
        .where('digest', '=', 1)
        .where('address', 'is', null)
        .select('accountId')
        .execute();
      return rows.map(({ accountId }) => accountId);
    },
  },
];
