import base44 from 'eslint-plugin-base44';

export default [...base44.configs.recommended];
