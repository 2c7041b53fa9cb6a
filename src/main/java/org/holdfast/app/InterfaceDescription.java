package org.holdfast.app;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.holdfast.pages.Language;
import org.holdfast.pages.Page;
import org.holdfast.pages.Texts;
import org.holdfast.partnership.ClientScope;
import org.holdfast.partnership.NeedsScope;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.DefaultParameterNameDiscoverer;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.bind.annotation.ValueConstants;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * The interface for programs, described as OpenAPI 3.1 from the routes as they run, so that it cannot say anything else than they do. It
 * tells nothing of anybody.
 */
@RestController
class InterfaceDescription {

    private static final String BEGINNING = "/api/v1/";
    private static final String OAUTH = "oauth2";

    private final ObjectProvider<RequestMappingHandlerMapping> routes;
    private final Texts texts;

    InterfaceDescription(
            @Qualifier("requestMappingHandlerMapping") ObjectProvider<RequestMappingHandlerMapping> routes,
            Texts texts) {
        this.routes = routes;
        this.texts = texts;
    }

    @GetMapping("/api/v1/openapi.json")
    @NeedsScope({})
    Map<String, Object> describe() {
        Map<String, Map<String, Object>> paths = new TreeMap<>();
        routes.getObject().getHandlerMethods().forEach((route, handler) -> {
            for (String pattern : route.getPatternValues()) {
                for (RequestMethod method : route.getMethodsCondition().getMethods()) {
                    if (pattern.startsWith(BEGINNING)) {
                        paths.computeIfAbsent(pattern, _ -> new TreeMap<>())
                                .put(method.name().toLowerCase(Locale.ROOT), operation(method, handler));
                    }
                }
            }
        });
        Map<String, Object> described = new LinkedHashMap<>();
        described.put("openapi", "3.1.0");
        described.put(
                "info", Map.of("title", words("app.api.title"), "version", "1", "description", words("app.api.text")));
        described.put("paths", paths);
        described.put(
                "components",
                Map.of(
                        "securitySchemes", Map.of(OAUTH, scheme()),
                        "schemas", Map.of("Problem", problem())));
        return described;
    }

    private Map<String, Object> operation(RequestMethod method, HandlerMethod handler) {
        String name = handler.getBeanType().getSimpleName() + "."
                + handler.getMethod().getName();
        String module = handler.getBeanType().getPackageName().replaceFirst("^org\\.holdfast\\.(\\w+).*$", "$1");
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", name);
        operation.put("tags", List.of(module));
        operation.put("summary", words("app.api." + name));
        List<Map<String, Object>> parameters = new ArrayList<>();
        for (MethodParameter parameter : handler.getMethodParameters()) {
            parameter.initParameterNameDiscovery(new DefaultParameterNameDiscoverer());
            RequestParam asked = parameter.getParameterAnnotation(RequestParam.class);
            if (parameter.hasParameterAnnotation(PathVariable.class)) {
                parameters.add(parameter(parameter, "path", true));
            } else if (asked != null) {
                parameters.add(parameter(
                        parameter,
                        "query",
                        asked.required() && asked.defaultValue().equals(ValueConstants.DEFAULT_NONE)));
            } else if (parameter.hasParameterAnnotation(RequestBody.class)) {
                operation.put("requestBody", body(schema(parameter.getGenericParameterType())));
            }
        }
        if (method == RequestMethod.POST && !operation.containsKey("requestBody")) {
            operation.put("requestBody", body(Map.of("type", "object")));
        }
        operation.put("parameters", parameters);
        operation.put("responses", responses(method));
        NeedsScope needs = handler.getMethodAnnotation(NeedsScope.class);
        List<String> scopes = needs == null
                ? List.of()
                : Arrays.stream(needs.value()).map(ClientScope::word).toList();
        operation.put("security", List.of(Map.of(OAUTH, scopes)));
        return operation;
    }

    private Map<String, Object> scheme() {
        Map<String, String> scopes = new LinkedHashMap<>();
        for (ClientScope scope : ClientScope.values()) {
            scopes.put(scope.word(), words(Page.labelKey(scope)));
        }
        return Map.of(
                "type",
                "oauth2",
                "flows",
                Map.of("clientCredentials", Map.of("tokenUrl", "/oauth2/token", "scopes", scopes)));
    }

    private static Map<String, Object> parameter(MethodParameter parameter, String in, boolean required) {
        return Map.of(
                "name",
                String.valueOf(parameter.getParameterName()),
                "in",
                in,
                "required",
                required,
                "schema",
                schema(parameter.getGenericParameterType()));
    }

    private static Map<String, Object> body(Map<String, Object> schema) {
        return Map.of("required", true, "content", Map.of("application/json", Map.of("schema", schema)));
    }

    private Map<String, Object> responses(RequestMethod method) {
        Map<String, Object> responses = new LinkedHashMap<>();
        responses.put("200", Map.of("description", words("app.api.200")));
        if (method == RequestMethod.POST) {
            responses.put("201", Map.of("description", words("app.api.201")));
        }
        for (String status : List.of("400", "401", "403", "404", "409", "422", "429")) {
            responses.put(
                    status,
                    Map.of(
                            "description",
                            words("app.api." + status),
                            "content",
                            Map.of(
                                    "application/problem+json",
                                    Map.of("schema", Map.of("$ref", "#/components/schemas/Problem")))));
        }
        return responses;
    }

    /** RFC 9457, with every reason at once. */
    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of(
                "type",
                "object",
                "properties",
                Map.of(
                        "type", text,
                        "title", text,
                        "status", Map.of("type", "integer"),
                        "detail", text,
                        "errors",
                                Map.of(
                                        "type",
                                        "array",
                                        "items",
                                        Map.of(
                                                "type",
                                                "object",
                                                "properties",
                                                Map.of("key", text, "code", text, "message", text)))));
    }

    private static Map<String, Object> schema(Type type) {
        if (type instanceof ParameterizedType several && several.getRawType() instanceof Class<?> raw) {
            Type last = several.getActualTypeArguments()[several.getActualTypeArguments().length - 1];
            if (Collection.class.isAssignableFrom(raw)) {
                return Map.of("type", "array", "items", schema(last));
            }
            return Optional.class.equals(raw) ? schema(last) : Map.of("type", "object");
        }
        if (!(type instanceof Class<?> known)) {
            return Map.of();
        }
        if (known.isEnum()) {
            return Map.of(
                    "type",
                    "string",
                    "enum",
                    Arrays.stream(known.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
        if (known.isRecord()) {
            return object(known);
        }
        if (known == String.class || known == LocalTime.class) {
            return Map.of("type", "string");
        }
        if (known == UUID.class) {
            return Map.of("type", "string", "format", "uuid");
        }
        if (known == LocalDate.class) {
            return Map.of("type", "string", "format", "date");
        }
        if (known == Instant.class) {
            return Map.of("type", "string", "format", "date-time");
        }
        if (known == boolean.class || known == Boolean.class) {
            return Map.of("type", "boolean");
        }
        if (known == int.class || known == long.class || Number.class.isAssignableFrom(known)) {
            return Map.of("type", "integer");
        }
        return Map.of("type", "object");
    }

    private static Map<String, Object> object(Class<?> record) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), schema(component.getGenericType()));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        if (!required.isEmpty()) {
            schema.put("required", required);
        }
        return schema;
    }

    private String words(String key) {
        return texts.text(Language.ENGLISH, key);
    }
}
