// Makes the pictures of the documentation in docs/images: the packaged extension in a real VS Code.
import * as fs from 'node:fs';
import * as path from 'node:path';
import { makeSandbox, repository } from './sandbox.mjs';
import { installExtension, openBrowser, startServer } from './workbench.mjs';

const images = path.join(repository, 'docs', 'images');
const template = `FormatVersion: OOS-2019-06-01
Description: Restart an instance and wait until it runs again
Parameters:
  regionId:
    Type: String
    Default: '{{ ACS::RegionId }}'
  instanceId:
    Type: String
    AllowedPattern: 'i-[A-Za-z0-9]+'
Tasks:
  - Name: restart
    Action: ACS::ExecuteAPI
    Properties:
      Service: ECS
      API: RebootInstance
      Parameters:
        RegionId: '{{ regionId }}'
        InstanceId: '{{ instanceIdd }}'
  - Name: untilRunning
    Action: ACS::WaitFor
    Properties:
      Service: ECS
      API: DescribeInstances
      Parameters:
        RegionId: '{{ regionId }}'
        InstanceIds: ['{{ instanceId }}']
      PropertySelector: Instances.Instance[].Status
      DesiredValues: [Running]
`;
/** The mistake that the picture shows. */
const mistake = 'instanceIdd';

const calmSettings = {
  'workbench.colorTheme': 'Default Light Modern',
  'workbench.activityBar.location': 'hidden',
  'workbench.layoutControl.enabled': false,
  'workbench.sideBar.location': 'right',
  'window.commandCenter': false,
  'window.menuBarVisibility': 'hidden',
  'editor.minimap.enabled': false,
  'editor.fontFamily': 'DejaVu Sans Mono',
  'editor.fontSize': 14,
  'editor.lineHeight': 21,
  'editor.occurrencesHighlight': 'off',
  'editor.renderLineHighlight': 'none',
  'editor.hover.delay': 100,
  'problems.decorations.enabled': true,
};

fs.mkdirSync(images, { recursive: true });
const sandbox = makeSandbox(calmSettings);
const file = path.join(sandbox.workspace, 'restart.oos.yml');
fs.writeFileSync(file, template);
installExtension(sandbox, path.join(repository, 'oos-toolkit.vsix'));
const server = await startServer(sandbox);
try {
  await takePictures();
} finally {
  await server.stop();
}
sandbox.remove();

async function takePictures() {
  const { browser, page } = await openBrowser({ viewport: { width: 920, height: 680 }, deviceScaleFactor: 2 });
  try {
    await pictureOfDiagnostics(page);
    console.log(`VS Code ${server.version}: docs/images/diagnostics.png`);
  } catch (error) {
    await page.screenshot({ path: path.join(sandbox.folder, 'failure.png') });
    console.error(`What VS Code showed: ${path.join(sandbox.folder, 'failure.png')}`);
    throw error;
  } finally {
    await browser.close();
  }
}

/** The squiggle, the message in a hover, and the same in Problems. */
async function pictureOfDiagnostics(page) {
  await page.goto(server.url([['openFile', server.uri(file)]]));
  await page.locator('.squiggly-error').first().waitFor({ timeout: 60_000 });
  await hideSideBar(page);
  await page.keyboard.press('Control+Shift+M');
  await page.locator('.markers-panel .monaco-list-row', { hasText: mistake }).first().waitFor({ timeout: 15_000 });
  await resizePanel(page, 130);
  const line = page.locator('.view-line', { hasText: mistake });
  await line.click({ position: { x: 600, y: 10 } });
  await page.mouse.wheel(0, -1000);
  await line.getByText(mistake).first().hover();
  await page.locator('.monaco-hover:visible', { hasText: mistake }).first().waitFor({ timeout: 15_000 });
  await page.screenshot({ path: path.join(images, 'diagnostics.png') });
}

async function hideSideBar(page) {
  const sideBar = page.locator('.part.sidebar');
  if (!(await sideBar.isVisible())) return;
  await page.locator('.view-line').first().click();
  await page.keyboard.press('Control+B');
  await sideBar.waitFor({ state: 'hidden' });
}

/** Drags the upper edge of the panel until it has this height. */
async function resizePanel(page, height) {
  const panel = await page.locator('.part.panel').boundingBox();
  if (!panel) throw new Error('the panel is not open');
  const x = panel.x + panel.width / 2;
  await page.mouse.move(x, panel.y);
  await page.mouse.down();
  await page.mouse.move(x, panel.y + panel.height - height, { steps: 5 });
  await page.mouse.up();
}
