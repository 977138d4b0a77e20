// What the OHIF viewer is told about this archive. Same origin, so the browser sends its log-in along.
(() => {
  const services = `${window.location.origin}/dicom-web`;
  window.config = {
    name: 'lucina',
    routerBasename: '/ohif',
    extensions: [],
    modes: [],
    customizationService: {},
    showStudyList: true,
    maxNumberOfWebWorkers: 3,
    showWarningMessageForCrossOrigin: true,
    showCPUFallbackMessage: true,
    showLoadingIndicator: true,
    strictZSpacingForVolumeViewport: true,
    groupEnabledModesFirst: true,
    investigationalUseDialog: { option: 'always' },
    maxNumRequests: { interaction: 100, thumbnail: 5, prefetch: 25 },
    defaultDataSourceName: 'lucina',
    dataSources: [
      {
        namespace: '@ohif/extension-default.dataSourcesModule.dicomweb',
        sourceName: 'lucina',
        configuration: {
          friendlyName: 'Lucina',
          name: 'lucina',
          qidoRoot: services,
          wadoRoot: services,
          wadoUriRoot: `${window.location.origin}/wado`,
          qidoSupportsIncludeField: true,
          supportsFuzzyMatching: true,
          supportsWildcard: true,
          supportsReject: false,
          dicomUploadEnabled: true,
          imageRendering: 'wadors',
          thumbnailRendering: 'wadors',
          enableStudyLazyLoad: true,
          singlepart: 'bulkdata,video',
          bulkDataURI: { enabled: true },
        },
      },
    ],
  };
})();
