import { Trans } from '@lingui/react/macro';
import { Text, Title } from '@mantine/core';
import type { Recipient } from '#client/recipients/recipient-types.ts';
import css from '#client/recipients/recipients.module.css';
import { formatDate } from '#shared/core/dates.ts';

type Span = { validFrom: string | null; validTo: string | null };

/** "từ … đến …", as far as it is known. */
function Until({ validFrom, validTo }: Span) {
  const from = validFrom === null ? null : formatDate(validFrom);
  const to = validTo === null ? null : formatDate(validTo);
  if (from && to)
    return (
      <Trans>
        từ {from} đến {to}
      </Trans>
    );
  return to ? <Trans>đến {to}</Trans> : null;
}

/** Names it bore before; nothing when there are none. */
export function Names({ recipient: { formerNames } }: { recipient: Recipient }) {
  if (formerNames.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Tên cũ, tên khác</Trans>
      </Title>
      <ul className={css.plain}>
        {formerNames.map(({ id, name, document, ...span }) => (
          <li key={id}>
            {name}
            <Text size="sm" c="gray.7">
              <Until {...span} />
              {document && ` · ${document}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Quá trình công tác: where it was before. */
export function Posts({ recipient: { posts, kind } }: { recipient: Recipient }) {
  if (posts.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={6}>
        {kind === 'individual' ? <Trans>Quá trình công tác</Trans> : <Trans>Đơn vị, địa chỉ trước đây</Trans>}
      </Title>
      <ul className={css.plain}>
        {posts.map(({ id, positionHeld, place, unitName, document, ...span }) => (
          <li key={id}>
            {[positionHeld, place, unitName].filter(Boolean).join(', ')}
            <Text size="sm" c="gray.7">
              <Until {...span} />
              {document && ` · ${document}`}
            </Text>
          </li>
        ))}
      </ul>
    </section>
  );
}
