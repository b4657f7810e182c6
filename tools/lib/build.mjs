import { inRoot, PlainError } from './project.mjs';
import { bin, NX_ENV } from './run.mjs';

/** Builds what changed, through Nx and its cache; quiet unless it fails. */
export async function build(projects) {
  const only = projects ? [`--projects=${projects.join(',')}`] : [];
  const { code, output } = await bin(inRoot('node_modules', 'nx', 'dist', 'bin', 'nx.js'), ['run-many', '-t', 'build', ...only], {
    env: NX_ENV,
  });
  if (code !== 0) {
    console.error(output);
    throw new PlainError('Không dựng được mã nguồn, xem lỗi ở trên. (The build failed; see above.)');
  }
}
