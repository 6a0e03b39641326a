import { Trans, useLingui } from '@lingui/react/macro';
import { Anchor, Group, Radio, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link } from 'react-router';
import { useTRPC } from '#client/core/api.ts';
import { paths } from '#client/core/paths.ts';
import { useWords } from '#client/core/words.ts';
import type { LookAlike } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { GROUND_LABELS } from '#shared/duplicates/duplicates.schema.ts';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';

const PAUSE_MS = 350;
const LEAST_LETTERS = 3;

/** Who it is, beside the name: what tells two of one name apart. */
function useAbout() {
  const { t } = useLingui();
  return ({ birthYear, foundedOn, positionHeld, place, unitName }: LookAlike): string =>
    [
      birthYear !== null && t`sinh năm ${String(birthYear)}`,
      foundedOn && t`thành lập ${formatPartialDate(foundedOn)}`,
      positionHeld,
      place,
      unitName,
    ]
      .filter(Boolean)
      .join(' · ');
}

/** Records that look alike, each with why. */
export function LookAlikeList({ found, hiddenCount }: { found: readonly LookAlike[]; hiddenCount: number }) {
  const { label } = useWords();
  const about = useAbout();
  return (
    <ul className={css.alike}>
      {found.map((one) => (
        <li key={one.id}>
          <Anchor component={Link} to={paths.recipient.to(one.id)} target="_blank" rel="noopener">
            {one.name}
          </Anchor>
          <Text size="sm">{about(one)}</Text>
          <Text size="sm" c="gray.7">
            {one.grounds.map((code) => label(GROUND_LABELS[code])).join(', ')}
          </Text>
        </li>
      ))}
      {hiddenCount > 0 && (
        <li>
          <Trans>
            Số căn cước này còn ghi ở {hiddenCount} hồ sơ ngoài phạm vi của đơn vị bạn; hãy hỏi quản trị hệ thống.
          </Trans>
        </li>
      )}
    </ul>
  );
}

type Props = {
  recipientKind: RecipientKind;
  name: string;
  unitId: string;
  /** Null: a new one. */
  value: string | null;
  onChange: (id: string | null) => void;
};

/** While a name is typed: those already there, of whom one may be meant. Shows nothing when nobody is like it. */
export function LookAlikePicker({ recipientKind, name, unitId, value, onChange }: Props) {
  const { t } = useLingui();
  const { label } = useWords();
  const about = useAbout();
  const trpc = useTRPC();
  const settled = useSettled(name.trim());
  const isWorth = settled.length >= LEAST_LETTERS;
  const { data } = useQuery({
    ...trpc.recipients.lookAlikes.queryOptions({
      recipientKind,
      name: settled,
      birth: '',
      unitId: unitId as never,
      cccd: '',
    }),
    enabled: isWorth,
  });
  const found = isWorth ? (data?.found ?? []) : [];
  const isGone = value !== null && data !== undefined && !found.some(({ id }) => id === value);
  useEffect(() => {
    if (isGone) onChange(null);
  }, [isGone, onChange]);
  if (found.length === 0) return null;
  return (
    <Radio.Group
      label={t`Đã có hồ sơ giống tên này`}
      description={t`Chọn đúng người, đúng tập thể để khen thưởng vào cùng một quá trình.`}
      value={value ?? ''}
      onChange={(id) => onChange(id === '' ? null : id)}
    >
      <Stack gap={6} mt={6}>
        {found.map((one) => (
          <Radio
            key={one.id}
            value={one.id}
            label={
              <Group gap={6}>
                {one.name}
                <Text span size="sm" c="gray.7">
                  {[about(one), one.grounds.map((code) => label(GROUND_LABELS[code])).join(', ')]
                    .filter(Boolean)
                    .join(' – ')}
                </Text>
              </Group>
            }
          />
        ))}
        <Radio value="" label={<Trans>Là đối tượng khác, lập hồ sơ mới</Trans>} />
      </Stack>
    </Radio.Group>
  );
}

/** What was typed once the hand rests. */
function useSettled(text: string): string {
  const [settled, setSettled] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return settled;
}
