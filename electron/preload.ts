/**
 * Runs in: the page's process, sandboxed, before the page. The whole bridge: it forwards, and decides nothing.
 * The other end (`shell/native.ts`) checks who asks and every word of what is asked.
 */
import { contextBridge, ipcRenderer } from 'electron';
import { bridgeChannels, bridgeName, type DesktopBridge } from '../shared/api/bridge.ts';

const bridge: DesktopBridge = {
  chooseFiles: (request) => ipcRenderer.invoke(bridgeChannels.chooseFiles, request),
  chooseFolder: () => ipcRenderer.invoke(bridgeChannels.chooseFolder),
  saveAs: (request) => ipcRenderer.invoke(bridgeChannels.saveAs, request),
  print: () => ipcRenderer.invoke(bridgeChannels.print),
  removableDrives: () => ipcRenderer.invoke(bridgeChannels.removableDrives),
  notify: (request) => ipcRenderer.invoke(bridgeChannels.notify, request),
};

contextBridge.exposeInMainWorld(bridgeName, bridge);
