// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.examples.karaf;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import javax.management.JMException;
import javax.management.MBeanServerConnection;
import javax.management.MalformedObjectNameException;
import javax.management.ObjectName;
import javax.management.openmbean.CompositeData;
import javax.management.openmbean.TabularData;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** What {@code feature:} and {@code bundle:} commands do, over JMX; and Camel's MBeans. */
final class KarafManagement {

    private static final ObjectName FEATURES = name("org.apache.karaf:type=feature,name=root");
    private static final ObjectName BUNDLES = name("org.apache.karaf:type=bundle,name=root");

    private final MBeanServerConnection server;

    private KarafManagement(JMXConnector connector) throws IOException {
        this.server = connector.getMBeanServerConnection();
    }

    static KarafManagement connect(int port, String user, String password) throws IOException {
        JMXServiceURL url = new JMXServiceURL("service:jmx:rmi:///jndi/rmi://127.0.0.1:" + port + "/karaf-root");
        return new KarafManagement(JMXConnectorFactory.connect(url, Map.of(JMXConnector.CREDENTIALS, new String[]{user, password})));
    }

    /** Karaf's MBeans come one after the other when it starts. */
    boolean isComplete() {
        try {
            return server.isRegistered(FEATURES) && server.isRegistered(BUNDLES);
        } catch (IOException e) {
            return false;
        }
    }

    void addRepository(String url) throws JMException, IOException {
        invoke(FEATURES, "addRepository", url);
    }

    void installFeature(String feature) throws JMException, IOException {
        invoke(FEATURES, "installFeature", feature);
    }

    void uninstallFeature(String feature) throws JMException, IOException {
        invoke(FEATURES, "uninstallFeature", feature);
    }

    void installBundle(String url) throws JMException, IOException {
        server.invoke(BUNDLES, "install", new Object[]{url, true}, new String[]{"java.lang.String", "boolean"});
    }

    void updateBundle(String symbolicName) throws JMException, IOException {
        server.invoke(BUNDLES, "update", new Object[]{symbolicName, true}, new String[]{"java.lang.String", "boolean"});
    }

    void uninstallBundle(String symbolicName) throws JMException, IOException {
        invoke(BUNDLES, "uninstall", symbolicName);
    }

    /** @param fragment whether it is a part of another bundle, and therefore never active itself */
    record Bundle(String name, String state, boolean fragment) {}

    /** The bundles by their ids: names may occur twice. */
    Map<Long, Bundle> bundles() throws JMException, IOException {
        ObjectName osgi = names("osgi.core:type=bundleState,*").iterator().next();
        Map<Long, Bundle> bundles = new TreeMap<>();
        for (Object row : ((TabularData) server.getAttribute(BUNDLES, "Bundles")).values()) {
            CompositeData bundle = (CompositeData) row;
            Long id = (Long) bundle.get("ID");
            boolean fragment = (boolean) server.invoke(osgi, "isFragment", new Object[]{id}, new String[]{"long"});
            bundles.put(id, new Bundle((String) bundle.get("Name"), (String) bundle.get("State"), fragment));
        }
        return bundles;
    }

    Set<ObjectName> names(String pattern) throws IOException {
        return server.queryNames(name(pattern), null);
    }

    Object attribute(ObjectName bean, String attribute) throws JMException, IOException {
        return server.getAttribute(bean, attribute);
    }

    private void invoke(ObjectName bean, String operation, String... arguments) throws JMException, IOException {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        server.invoke(bean, operation, arguments, types);
    }

    private static ObjectName name(String name) {
        try {
            return new ObjectName(name);
        } catch (MalformedObjectNameException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
