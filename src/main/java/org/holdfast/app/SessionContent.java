package org.holdfast.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.core.serializer.support.DeserializingConverter;
import org.springframework.core.serializer.support.SerializingConverter;

/** What a session holds, as it is kept in the database: of what is read back only kinds of things are made that sessions of ours hold. */
@Configuration(proxyBeanMethods = false)
class SessionContent {

    static final ObjectInputFilter KNOWN =
            ObjectInputFilter.Config.createFilter("maxdepth=40;maxrefs=20000;maxarray=100000;maxbytes=4000000;"
                    + "org.holdfast.**;org.springframework.security.**;java.lang.*;java.util.*;java.time.*;!*");

    /** Named as Spring Session asks for it. */
    @Bean
    ConversionService springSessionConversionService() {
        GenericConversionService conversion = new GenericConversionService();
        conversion.addConverter(Object.class, byte[].class, new SerializingConverter());
        conversion.addConverter(byte[].class, Object.class, new DeserializingConverter(SessionContent::read));
        return conversion;
    }

    static Object read(InputStream kept) throws IOException {
        try (ObjectInputStream objects = new ObjectInputStream(kept)) {
            objects.setObjectInputFilter(KNOWN);
            return objects.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("a session holds what this version does not know", e);
        }
    }
}
