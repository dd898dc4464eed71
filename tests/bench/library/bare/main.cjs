// The least that an Electron app does: one sandboxed window with one small page. What Stet needs more than this is its own.
const { app, BrowserWindow } = require('electron');
const { join } = require('node:path');

void app.whenReady().then(async () => {
  const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } });
  window.once('ready-to-show', () => window.show());
  await window.loadFile(join(__dirname, 'page.html'));
});

app.on('window-all-closed', () => app.quit());
