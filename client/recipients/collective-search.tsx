import { Trans, useLingui } from '@lingui/react/macro';
import { Radio, Stack, Text, TextInput } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTRPC } from '#client/core/api.ts';
import css from '#client/recipients/recipients.module.css';
import { formatPartialDate } from '#shared/recipients/partial-date.ts';

const PAUSE_MS = 300;
const LEAST_LETTERS = 2;
const MOST_SHOWN = 8;

type Props = { exceptId: string; value: string; onChange: (id: string) => void; error: string | undefined };

/** Looks for another collective by any of its names and chooses it. */
export function CollectiveSearch({ exceptId, value, onChange, error }: Props) {
  const { t } = useLingui();
  const trpc = useTRPC();
  const [typed, setTyped] = useState('');
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setAsked(typed.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const isWorth = asked.length >= LEAST_LETTERS;
  const { data } = useQuery({
    ...trpc.recipients.list.queryOptions({ q: asked, kind: 'collective' }),
    enabled: isWorth,
    placeholderData: keepPreviousData,
  });
  const rows = isWorth ? (data?.rows ?? []).filter(({ id }) => id !== exceptId).slice(0, MOST_SHOWN) : [];
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={t`Tìm tập thể`}
        placeholder={t`Tên hiện nay hoặc tên cũ`}
        value={typed}
        maxLength={200}
        required
        error={error}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {isWorth && data && rows.length === 0 && (
        <Text role="status" c="gray.7">
          <Trans>Không tìm thấy. Thử ít chữ hơn, hoặc thêm hồ sơ của tập thể đó trước.</Trans>
        </Text>
      )}
      {rows.length > 0 && (
        <Radio.Group aria-label={t`Chọn tập thể`} value={value} onChange={onChange}>
          <Stack gap={6} className={css.found!}>
            {rows.map(({ id, name, unitName, place, foundedOn }) => (
              <Radio
                key={id}
                value={id}
                label={name}
                description={[unitName, place, formatPartialDate(foundedOn)].filter(Boolean).join(' · ')}
              />
            ))}
          </Stack>
        </Radio.Group>
      )}
    </Stack>
  );
}
