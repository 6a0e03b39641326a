/** Where a rule is written down: the instrument (văn bản) and the place in it (điều, khoản, điểm). */
export type Citation = { instrument: string; place: string };

/** What a reason may tell the reader: a count, a date, a name. Words of the sentence never come in here. */
export type Facts = Readonly<Record<string, string | number>>;

/**
 * One ground for refusing something. Rules and policies return a list of these;
 * an empty list means "allowed".
 *
 * - `code` is stable (`noun.what`); its wording in Vietnamese and English is data, see wording.ts.
 * - `facts` fill the `{placeholders}` of that wording. Their names carry the unit: `…On` a date
 *   (YYYY-MM-DD), `…At` an instant, `…Vnd` whole đồng, `…Count` a whole number.
 * - `field` is the input it speaks about (a dotted path), so that a form can show it in place.
 */
export type Reason = {
  code: string;
  citation?: Citation;
  facts?: Facts;
  field?: string;
};
