import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import * as z from 'zod/mini';
import { readFilters, useUrlFilters } from '#client/core/url-filters.ts';
import { renderApp } from '#test/core/render-app.tsx';

const schema = z.object({
  q: z.optional(z.string().check(z.maxLength(20))),
  year: z.optional(z.coerce.number().check(z.int(), z.minimum(1945))),
  page: z._default(z.coerce.number().check(z.int(), z.minimum(1)), 1),
});

const read = (query: string) => readFilters(schema, new URLSearchParams(query));

test('reads what the schema knows and fills its defaults', () => {
  expect(read('q=Sơn La&year=2023&utm=1')).toEqual({ q: 'Sơn La', year: 2023, page: 1 });
});

test('a value that is not valid falls away alone', () => {
  expect(read('q=Sơn La&year=bad&page=0')).toEqual({ q: 'Sơn La', page: 1 });
});

test('an empty value is no filter', () => {
  expect(read('q=&year=')).toEqual({ page: 1 });
});

function List() {
  const [filters, change, clear] = useUrlFilters(schema);
  return (
    <>
      <p data-testid="filters">{JSON.stringify(filters)}</p>
      <button type="button" onClick={() => change({ q: 'Cao Bằng' })}>
        Tìm
      </button>
      <button type="button" onClick={() => change({ q: 'Sơn La' }, { replace: true })}>
        Gõ
      </button>
      <button type="button" onClick={() => change({ page: 3 })}>
        Trang 3
      </button>
      <button type="button" onClick={clear}>
        Xóa lọc
      </button>
    </>
  );
}

test('the address bar holds the filters: a change starts again at page 1, Back steps back', async () => {
  const user = userEvent.setup();
  const { router } = await renderApp('/?year=2023', {}, [{ path: '/', Component: List }]);
  const shown = () => JSON.parse(screen.getByTestId('filters').textContent ?? '');

  await user.click(screen.getByText('Trang 3'));
  expect(shown()).toEqual({ year: 2023, page: 3 });
  await user.click(screen.getByText('Tìm'));
  expect(shown()).toEqual({ year: 2023, q: 'Cao Bằng', page: 1 });

  await act(() => router.navigate(-1));
  expect(shown()).toEqual({ year: 2023, page: 3 });
  await user.click(screen.getByText('Xóa lọc'));
  expect(shown()).toEqual({ page: 1 });
});

test('what was typed is not written over a page that is being opened', async () => {
  const user = userEvent.setup();
  const arrival = Promise.withResolvers<null>();
  const { router } = await renderApp('/', {}, [
    { path: '/', Component: List },
    { path: '/ho-so', loader: () => arrival.promise, Component: () => <h1>Hồ sơ</h1> },
  ]);
  act(() => void router.navigate('/ho-so'));
  await user.click(screen.getByText('Gõ'));
  arrival.resolve(null);
  expect(await screen.findByRole('heading', { name: 'Hồ sơ' })).toBeTruthy();
  expect(router.state.location.search).toBe('');
});

test('what is typed goes into the address of a page that stays', async () => {
  const user = userEvent.setup();
  const { router } = await renderApp('/', {}, [{ path: '/', Component: List }]);
  await user.click(screen.getByText('Gõ'));
  expect(new URLSearchParams(router.state.location.search).get('q')).toBe('Sơn La');
});
