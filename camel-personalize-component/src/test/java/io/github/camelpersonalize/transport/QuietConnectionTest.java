// SPDX-License-Identifier: Apache-2.0
package io.github.camelpersonalize.transport;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuietConnectionTest {

    private final QuietConnection connection = new QuietConnection(Http1Config.DEFAULT);

    @AutoClose
    private ServerSocket server;

    @AutoClose
    private Socket socket;

    @BeforeEach
    void connect() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        socket = new Socket(server.getInetAddress(), server.getLocalPort());
    }

    @Test
    void itHasTheSocketThatItIsBoundTo() throws IOException {
        assertThat(connection.getSocket()).isNull();

        connection.bind(socket);

        assertThat(connection.getSocket()).isSameAs(socket);
        assertThat(connection.getSSLSession()).isNull();
    }

    @Test
    void aConnectionThatWasClosedWhileItWasBeingMadeLeavesNoSocketOpen() throws IOException {
        connection.close();

        assertThatThrownBy(() -> connection.bind(socket)).isInstanceOf(IOException.class)
                .hasMessage("the connection was closed while it was being made");
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void norDoesOneThatWasCancelled() {
        connection.close(CloseMode.IMMEDIATE);

        assertThatThrownBy(() -> connection.bind(socket)).isInstanceOf(IOException.class)
                .hasMessage("the connection was closed while it was being made");
        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void itClosesItsSocket() throws IOException {
        connection.bind(socket);

        connection.close();

        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void soDoesOneThatIsCancelled() throws IOException {
        connection.bind(socket);

        connection.close(CloseMode.IMMEDIATE);

        assertThat(socket.isClosed()).isTrue();
    }

    /** A pool keeps it without a timeout, with which it was left. */
    @Test
    void inThePoolItHasNoTimeoutAndAfterwardsItsOwn() throws IOException {
        socket.setSoTimeout(300);
        connection.bind(socket);
        connection.passivate();
        assertThat(socket.getSoTimeout()).isZero();
        connection.activate();
        assertThat(socket.getSoTimeout()).isEqualTo(300);

        connection.setSocketTimeout(Timeout.ofMilliseconds(400));
        assertThat(socket.getSoTimeout()).isEqualTo(400);
        connection.passivate();
        connection.activate();
        assertThat(socket.getSoTimeout()).isEqualTo(400);
    }

    @Test
    void aNewConnectionIsConsistent() {
        assertThat(connection.isConsistent()).isTrue();
    }
}
