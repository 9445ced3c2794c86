// An extension for JupyterLab and Notebook 7 that links the course's style sheet, which miss/server/lab.py serves.
// It is written as the module container that webpack would build: `get` gives what package.json calls "./style".
// Voilà loads the extensions of JupyterLab, too: its server has no such style sheet.
window._JUPYTERLAB ??= {};
window._JUPYTERLAB["miss-course"] = {
  init() {},
  get() {
    const { appUrl, baseUrl } = JSON.parse(document.getElementById("jupyter-config-data").textContent);
    if (appUrl !== "voila/") {
      const link = document.createElement("link");
      link.rel = "stylesheet";
      link.href = `${baseUrl}course-notebooks/style.css`;
      document.head.append(link);
    }
    return () => ({});
  },
};
