import { Trans } from '@lingui/react/macro';
import { Title } from '@mantine/core';
import { here } from '#client/core/base.ts';
import type { Exemplar } from '#client/exemplars/exemplar-types.ts';
import css from '#client/exemplars/exemplars.module.css';
import type { FileInfo } from '#shared/files/files.schema.ts';

const PICTURES = ['image/png', 'image/jpeg'];
const isPicture = ({ mediaType }: FileInfo): boolean => PICTURES.includes(mediaType);

/** The pictures among the documents, shown; each is named by its file, and opens in full. */
export function ExemplarPhotos({ files }: { files: Exemplar['files'] }) {
  const photos = files.filter(isPicture);
  if (photos.length === 0) return null;
  return (
    <section>
      <Title order={2} mb={6}>
        <Trans>Ảnh</Trans>
      </Title>
      <div className={css.photos}>
        {photos.map(({ id, name }) => (
          <figure key={id} className={css.photo}>
            <img src={here(`/files/${encodeURIComponent(id)}`)} alt={name.replace(/\.[^.]*$/, '')} loading="lazy" />
            <figcaption className="cut" title={name}>
              {name}
            </figcaption>
          </figure>
        ))}
      </div>
    </section>
  );
}
