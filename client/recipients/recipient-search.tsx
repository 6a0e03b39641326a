import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/recipients/recipients.module.css';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';
import type { RecipientKind } from '#shared/recipients/recipients.schema.ts';
import { isIdNumber } from '#shared/registry/search-plan.rules.ts';

const PAUSE_MS = 300;
const LEAST_LETTERS = 2;
const MOST_SHOWN = 8;

type Props = {
  kind: RecipientKind;
  exceptId: string;
  value: string;
  onChange: (id: string) => void;
  error: string | undefined;
};

/** Looks for another record of one kind by any of its names and chooses it. */
export function RecipientSearch({ kind, exceptId, value, onChange, error }: Props) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const isNumber = isIdNumber(asked);
  const isWorth = asked.length >= LEAST_LETTERS && !isNumber;
  const { data } = useQuery({
    ...trpc.recipients.list.queryOptions({ q: asked, kind }),
    enabled: isWorth,
    placeholderData: keepPreviousData,
  });
  const rows = isWorth ? (data?.rows ?? []).filter(({ id }) => id !== exceptId).slice(0, MOST_SHOWN) : [];
  const isCollective = kind === 'collective';
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={isCollective ? t`Tìm tập thể` : t`Tìm hồ sơ`}
        placeholder={t`Tên hiện nay hoặc tên cũ`}
        value={typed}
        maxLength={200}
        required
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isNumber && (
        <Text role="status" c="gray.7">
          <Trans>Không tìm theo số căn cước. Hãy tìm theo tên.</Trans>
        </Text>
      )}
      {isWorth && data && rows.length === 0 && (
        <Text role="status" c="gray.7">
          {isCollective ? (
            <Trans>Không tìm thấy. Thử ít chữ hơn, hoặc thêm hồ sơ của tập thể đó trước.</Trans>
          ) : (
            <Trans>Không tìm thấy. Thử ít chữ hơn, hoặc tên cũ.</Trans>
          )}
        </Text>
      )}
      {rows.length > 0 && (
        <Radio.Group
          aria-label={isCollective ? t`Chọn tập thể` : t`Chọn hồ sơ`}
          value={value}
          onChange={(chosen) => onChange(chosen)}
        >
          <Stack gap={6} className={css.found!}>
            {rows.map(({ id, name, unitName, place, foundedOn, birthYear }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={[
                  birthYear !== null && t`sinh năm ${String(birthYear)}`,
                  unitName,
                  place,
                  formatPartialDate(foundedOn),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
