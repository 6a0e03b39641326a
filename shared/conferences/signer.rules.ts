import { CHAIR_LABELS, DEPUTY_CHAIR_LABELS } from '#shared/clusters/clusters.labels.ts';
import type { ClusterKind } from '#shared/clusters/clusters.schema.ts';

/** Who signs a paper of the cluster, as its lines stand one below another; '' for what is not known. */
export type Signer = {
  /** On whose behalf (thay mặt). */
  behalf: string;
  /** Cụm trưởng; of a deputy with KT. before it. */
  office: string;
  /** The office at home, in capitals. */
  homeOffice: string;
  name: string;
};

const HONORIFIC = /^(đồng chí|đ\/c|ông|bà)\s+/i;
/** Two to six words, each beginning with a capital and none a shortened office (UBND). */
const NAME = /^(?:\p{Lu}\p{Ll}*[’'-]?\p{L}*)(?: \p{Lu}[\p{Ll}’'-]*){1,5}$/u;
const CLUSTER_OFFICE = /^(cụm|khối) (trưởng|phó)/i;

/**
 * Who signs, read from the words on who chairs a conference: “Ông Nguyễn Văn Mẫu, Chủ tịch UBND tỉnh X, Cụm trưởng”.
 * A deputy signs in the chair's place (KT.). Words that hold no name leave the name to be written. Pure.
 */
export function signerOf(chairedBy: string, kind: ClusterKind): Signer {
  const [one = ''] = chairedBy.split(';');
  // A dash parts the name from the office; within the rest it belongs to a name (Bà Rịa - Vũng Tàu).
  const [, first = '', after = ''] = /^(.*?)(?:\s*[,(]\s*|\s+[-–]\s+|$)(.*)$/s.exec(one.trim()) ?? [];
  const rest = after.split(/[,()]/).map((part) => part.trim());
  const name = first.replace(HONORIFIC, '');
  const isDeputy = rest.some((part) => /^(cụm|khối) phó/i.test(part));
  const chair = CHAIR_LABELS[kind].vi.toLocaleUpperCase('vi');
  const deputy = DEPUTY_CHAIR_LABELS[kind].vi.toLocaleUpperCase('vi');
  const hasName = NAME.test(name);
  const home = hasName ? rest.find((part) => part !== '' && !CLUSTER_OFFICE.test(part)) : undefined;
  return {
    behalf: kind === 'bloc' ? 'TM. KHỐI THI ĐUA' : 'TM. CỤM THI ĐUA',
    office: isDeputy ? `KT. ${chair}\n${deputy}` : chair,
    homeOffice: (home ?? '').toLocaleUpperCase('vi'),
    name: hasName ? name : '',
  };
}

/** Where a paper is dated (địa danh): the last part of an address, without which the line would break. */
export function localityOf(place: string): string {
  return place.split(',').at(-1)!.trim();
}
