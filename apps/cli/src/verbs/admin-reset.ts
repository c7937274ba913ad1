import { AdministratorReset, loginShape } from '@lookback/office/access';
import { openAsOwner } from '@lookback/log/database';
import { migrations, settingsFrom } from '@lookback/application/system';
import { WrongUsage } from '../finish.js';
import { inProcess } from '../in-process.js';
import { answer, answerJson } from '../output.js';

/** Lets the operator of the machine, who has its keys and its database's owner, in again where no administrator is left to do so. */
export async function adminResetVerb(login: string, { json = false }: { json?: boolean }): Promise<void> {
  if (!loginShape.pattern.test(login))
    throw new WrongUsage(`"${login}" is no login: ${loginShape.en}.\n“${login}”不是登录名：${loginShape.zh}。`);
  const owned = await openAsOwner(settingsFrom(process.env), migrations); // the application's role alone does not do
  await owned.close();
  await inProcess(async ({ app }) => {
    const password = await app.get(AdministratorReset).reset(login);
    if (json) answerJson({ login, password });
    else
      answer(
        `Administrator: ${login}  password: ${password}  (printed once; it has to be changed at the first sign-in, and every account is told of this)`,
      );
  });
}
