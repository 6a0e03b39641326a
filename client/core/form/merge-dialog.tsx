import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useRef, useState } from 'react';
import css from '#client/core/form/merge.module.css';
import type { Choice, FieldFate } from '#client/core/form/three-way.ts';
import type { Problem } from '#client/core/problem.ts';
import { ProblemAlert } from '#client/core/problem-alert.tsx';
import { useReturnFocus } from '#client/core/use-return-focus.ts';
import { formatInstant } from '#shared/core/dates.ts';

/** One field of the two versions, in words. */
export type MergeRow = {
  name: string;
  label: string;
  fate: FieldFate;
  base: string;
  mine: string;
  theirs: string;
  canJoin: boolean;
};

type Props = {
  who: string | undefined;
  at: string | undefined;
  rows: readonly MergeRow[];
  problem: Problem | null;
  pending: boolean;
  onClose: () => void;
  onChoose: (choices: Record<string, Choice>) => void;
};

/** Both versions side by side; loaded when two people meet. */
export default function MergeDialog({ who, at, rows, problem, pending, onClose, onChoose }: Props) {
  useReturnFocus();
  const { t } = useLingui();
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const [tried, setTried] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const toChoose = rows.filter(({ fate }) => fate === 'both');
  const open = toChoose.filter(({ name }) => choices[name] === undefined);
  const name = who ?? t`Người khác`;
  const when = at ? formatInstant(at) : '';

  const takeAll = (choice: Choice) => setChoices(Object.fromEntries(toChoose.map((row) => [row.name, choice])));

  function save(): void {
    setTried(true);
    const [first] = open;
    if (first) table.current?.querySelector<HTMLInputElement>(`input[name="merge-${first.name}"]`)?.focus();
    else onChoose(choices);
  }

  return (
    <Modal opened onClose={onClose} title={t`Hai người cùng sửa: chọn nội dung được lưu`} size={1160} yOffset={24}>
      <Stack gap="sm">
        <Text>
          {when ? (
            <Trans>
              <strong>{name}</strong> đã lưu lúc {when}, sau khi bạn mở. Chưa có gì bị ghi đè.
            </Trans>
          ) : (
            <Trans>
              <strong>{name}</strong> đã lưu sau khi bạn mở. Chưa có gì bị ghi đè.
            </Trans>
          )}{' '}
          <Trans>Ô chỉ một người sửa được lấy tự động; ô cả hai cùng sửa thì bạn chọn.</Trans>
        </Text>
        <ProblemAlert problem={problem} title={t`Chưa lưu được bản đã chọn`} />
        {toChoose.length > 1 && (
          <Group gap="xs">
            <Button size="xs" variant="default" onClick={() => takeAll('mine')}>
              <Trans>Lấy tất cả của tôi</Trans>
            </Button>
            <Button size="xs" variant="default" onClick={() => takeAll('theirs')}>
              <Trans>Lấy tất cả của họ</Trans>
            </Button>
          </Group>
        )}
        <table className={css.table} ref={table}>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Nội dung</Trans>
              </th>
              <th scope="col">
                <Trans>Khi bạn mở</Trans>
              </th>
              <th scope="col">
                <Trans>Bản của bạn</Trans>
              </th>
              <th scope="col">
                <Trans>Bản của người kia</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row
                key={row.name}
                row={row}
                choice={choices[row.name]}
                missing={tried && row.fate === 'both' && choices[row.name] === undefined}
                onChoose={(choice) => setChoices({ ...choices, [row.name]: choice })}
              />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && (
          <Text>
            <Trans>Hai bản giống nhau ở mọi ô. Lưu lại để tiếp tục.</Trans>
          </Text>
        )}
        <Group justify="flex-end" gap="sm" className={css.foot}>
          <Text role="status" size="sm" c={tried && open.length > 0 ? 'red.9' : 'gray.7'}>
            {open.length > 0 && <Plural value={open.length} other="Còn # ô chưa chọn" />}
          </Text>
          <Button variant="default" onClick={onClose} disabled={pending}>
            <Trans>Để sau, chưa lưu</Trans>
          </Button>
          <Button onClick={save} loading={pending}>
            <Trans>Lưu bản đã chọn</Trans>
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

type RowProps = { row: MergeRow; choice: Choice | undefined; missing: boolean; onChoose: (choice: Choice) => void };

function Row({ row, choice, missing, onChoose }: RowProps) {
  const { t } = useLingui();
  const { name, label, fate, base, mine, theirs, canJoin } = row;
  const isOpen = fate === 'both';
  const option = (value: Choice, words: string) => (
    <label className={css.option}>
      <input
        type="radio"
        name={`merge-${name}`}
        checked={choice === value}
        onChange={() => onChoose(value)}
        aria-label={`${label}: ${words}`}
      />
      {words}
    </label>
  );
  const keepsMine = isOpen ? choice === 'mine' || choice === 'joined' : fate === 'mine';
  const keepsTheirs = isOpen ? choice === 'theirs' || choice === 'joined' : fate === 'theirs';
  return (
    <tr>
      <th scope="row">
        {label}
        <div className={missing ? css.missing : css.fate}>
          {fate === 'mine' && <Trans>chỉ bạn sửa</Trans>}
          {fate === 'theirs' && <Trans>chỉ người kia sửa</Trans>}
          {isOpen && (missing ? <Trans>Chưa chọn</Trans> : <Trans>cả hai cùng sửa</Trans>)}
        </div>
        {isOpen && canJoin && option('joined', t`Ghép cả hai`)}
      </th>
      <td>
        <Version text={base} label={t`${label}, khi bạn mở`} />
      </td>
      <td className={keepsMine ? css.kept : undefined}>
        {isOpen ? option('mine', t`Lấy bản của tôi`) : keepsMine && <Taken />}
        <Version text={mine} label={t`${label}, bản của bạn`} />
      </td>
      <td className={keepsTheirs ? css.kept : undefined}>
        {isOpen ? option('theirs', t`Lấy bản của họ`) : keepsTheirs && <Taken />}
        <Version text={theirs} label={t`${label}, bản của người kia`} />
      </td>
    </tr>
  );
}

const Taken = () => (
  <div className={css.taken}>
    <Trans>Lấy tự động</Trans>
  </div>
);

/** A long text scrolls in its cell, by keyboard too. */
function Version({ text, label }: { text: string; label: string }) {
  if (text === '')
    return (
      <span className={css.fate}>
        <Trans>(trống)</Trans>
      </span>
    );
  if (text.length < 400) return <div className={css.text}>{text}</div>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable without a mouse
    <section className={css.text} tabIndex={0} aria-label={label}>
      {text}
    </section>
  );
}
