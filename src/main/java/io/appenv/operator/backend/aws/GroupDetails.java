package io.appenv.operator.backend.aws;

import io.appenv.operator.model.EngineParameter;
import java.util.Map;

/** What AWS tells of one parameter group only when it is asked of that one. */
record GroupDetails(Map<String, String> tags, Map<String, EngineParameter> parameters) {}
