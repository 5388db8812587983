import * as assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { closeAll, waitFor } from './editor.ts';
import type { OwnTimers } from './ownCalls.ts';

/** After all the other tests, which have run, watched and searched. */
export function describeIdleness(timers: OwnTimers): void {
  describe('when nobody looks any more', () => {
    it('waits for nothing', async () => {
      assert.ok(timers.set > 0, 'while somebody looks, there are pauses between the looks');
      await closeAll();
      await vscode.commands.executeCommand('workbench.view.explorer');
      await waitFor('the end of the last timer', () => timers.alive === 0);
    });
  });
}
