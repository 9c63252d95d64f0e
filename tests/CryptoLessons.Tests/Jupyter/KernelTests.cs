using System.Net;
using System.Text.Json.Nodes;
using CryptoLessons.Notebooks.Jupyter;
using CryptoLessons.Protocol.Primitives;
using NUnit.Framework;

namespace CryptoLessons.Tests.Jupyter;

/// <summary>What a kernel says to a client, over real sockets, with cells that the test has in its hand.</summary>
[FixtureLifeCycle(LifeCycle.InstancePerTestCase)]
public sealed class KernelTests : IDisposable
{
    private readonly FakeCells cells = new();
    private readonly Kernel kernel;
    private readonly JupyterClient client;

    public KernelTests()
    {
        var connection = new ConnectionFile(IPAddress.Loopback, 0, 0, 0, 0, 0, "a key"u8.ToArray());
        kernel = new Kernel(connection, cells.Run, new SeededRandom(1), TimeProvider.System);
        client = new JupyterClient(kernel.Connection);
    }

    public void Dispose()
    {
        client.Dispose();
        kernel.Dispose();
    }

    [Test]
    public void SaysWhatItIs()
    {
        client.Ask("kernel_info_request", []);
        JupyterMessage reply = client.Reply();
        Assert.That(reply.Type, Is.EqualTo("kernel_info_reply"));
        Assert.That((reply["status"], reply["protocol_version"]), Is.EqualTo(("ok", "5.3")));
        Assert.That(reply.Content["language_info"]!["name"]!.ToString(), Is.EqualTo("C#"));
        Assert.That(reply.Content["language_info"]!["file_extension"]!.ToString(), Is.EqualTo(".cs"));
    }

    [Test]
    public void TellsWhatACellPutsOutInOrderAndBetweenBusyAndIdle()
    {
        string request = client.Execute("show everything");
        Assert.That(client.ToldOf(request).Select(message => message.ToString()), Is.EqualTo((string[])[
            """status {"execution_state":"busy"}""",
            """execute_input {"code":"show everything","execution_count":1}""",
            """stream {"name":"stdout","text":"out\n"}""",
            """stream {"name":"stderr","text":"error\n"}""",
            """display_data {"data":{"image/svg\u002Bxml":"\u003Csvg/\u003E","text/html":"\u003Cb\u003Ea circle\u003C/b\u003E","text/plain":"a circle"},"""
                + "\"metadata\":{},\"transient\":{}}",
            """execute_result {"data":{"text/plain":"42"},"metadata":{},"transient":{},"execution_count":1}""",
            """status {"execution_state":"idle"}""",
        ]));
        JupyterMessage reply = client.Reply();
        Assert.That((reply.Type, reply.Parent, reply["status"], reply["execution_count"]), Is.EqualTo(("execute_reply", request, "ok", "1")));
    }

    [Test]
    public void TellsWhyACellFailed()
    {
        var (reply, told) = client.Run("fail");
        Assert.That(
            told[^1].ToString(),
            Is.EqualTo("""error {"ename":"CS0103","evalue":"There is no x.","traceback":["In[1](1,1): error CS0103: There is no x."]}"""));
        Assert.That((reply["status"], reply["ename"], reply["execution_count"]), Is.EqualTo(("error", "CS0103", "1")));
        Assert.That(client.Run("next").Reply["status"], Is.EqualTo("ok"), "who waits for the answer may ask again at once");
    }

    [Test]
    public void ASilentCellLeavesNoTrace()
    {
        Assert.That(client.Run("show everything", silent: true).Told, Is.Empty);
        Assert.That(client.Run("fail", silent: true) is ({ } failed, []) && failed["status"] == "error");
    }

    [TestCase("")]
    [TestCase(" \n")]
    public void ACellWithNothingInItHasNoNumber(string code)
    {
        Assert.That(client.Run("a").Reply["execution_count"], Is.EqualTo("1"));
        Assert.That(client.Run(code, silent: true).Reply["execution_count"], Is.EqualTo("1"));
        Assert.That(client.Run(code) is ({ } reply, []) && reply["status"] == "ok" && reply["execution_count"] == "1");
        Assert.That(client.Run("a").Reply["execution_count"], Is.EqualTo("2"));
    }

    [Test]
    public void GivesUpTheCellsThatWaitBehindOneThatFails()
    {
        string[] requests = [client.Execute("wait"), client.Execute("second"), client.Ask("comm_info_request", []), client.Execute("third")];
        cells.Begun.Wait();
        client.Ask(client.Control, "interrupt_request", []);
        JupyterMessage[] replies = [.. requests.Select(_ => client.Reply())];
        Assert.That(replies.Select(reply => reply.Parent), Is.EqualTo(requests));
        Assert.That(replies.Select(reply => reply["status"]), Is.EqualTo((string[])["error", "aborted", "ok", "aborted"]));
        Assert.That(client.ToldOf(requests[1]), Has.Count.EqualTo(2), "busy and idle");
        Assert.That(client.Run("fourth").Reply["status"], Is.EqualTo("ok"));
        Assert.That(cells.Ran, Is.EqualTo((string[])["wait", "fourth"]));
    }

    [Test]
    public void RunsThemAllTheSameWhenAskedTo()
    {
        string[] requests = [client.Execute("fail", stopOnError: false), client.Execute("second")];
        Assert.That(requests.Select(_ => client.Reply()["status"]), Is.EqualTo((string[])["error", "ok"]));
    }

    [Test]
    public void AnswersControlAndHeartbeatWhileACellRuns()
    {
        string running = client.Execute("wait");
        cells.Begun.Wait();
        client.Heartbeat.Send([], [.. "ping"u8]);
        Assert.That(client.Heartbeat.Receive(), Is.EqualTo((byte[][])[[], [.. "ping"u8]]));
        client.Ask(client.Control, "kernel_info_request", []);
        Assert.That(client.Read(client.Control.Receive()).Type, Is.EqualTo("kernel_info_reply"));
        client.Ask(client.Control, "interrupt_request", []);
        Assert.That(client.Read(client.Control.Receive()).ToString(), Is.EqualTo("""interrupt_reply {"status":"ok"}"""));
        Assert.That((client.Reply() is var reply ? reply.Parent : "", reply["ename"]), Is.EqualTo((running, "Interrupted")));
    }

    [Test]
    public void AnInterruptBetweenCellsHurtsNobody()
    {
        client.Ask(client.Control, "interrupt_request", []);
        Assert.That(client.Read(client.Control.Receive())["status"], Is.EqualTo("ok"));
        Assert.That(client.Run("a").Reply["status"], Is.EqualTo("ok"));
    }

    [TestCase(true)]
    [TestCase(false)]
    public void EndsWhenItIsShutDown(bool restart)
    {
        client.Execute("wait");
        cells.Begun.Wait();
        client.Ask(client.Control, "shutdown_request", new() { ["restart"] = restart });
        Assert.That(
            client.Read(client.Control.Receive()).ToString(),
            Is.EqualTo($$"""shutdown_reply {"restart":{{(restart ? "true" : "false")}},"status":"ok"}"""));
        kernel.Wait();
        kernel.Dispose();
        Assert.That(client.Shell.IsClosed() && client.Heartbeat.IsClosed() && client.IoPub.IsClosed());
    }

    [TestCase("1 + 1", "complete")]
    [TestCase("int x = 1;", "complete")]
    [TestCase("#r \"nuget: CryptoLessons\"\n#:project ../x\nint x = 1;", "complete")]
    [TestCase("for (;;) {", "incomplete")]
    [TestCase("Foo(1,", "incomplete")]
    [TestCase("int int int;", "invalid")]
    [TestCase("", "complete")]
    public void SaysWhetherCodeIsWhole(string code, string status)
    {
        client.Ask("is_complete_request", new() { ["code"] = code });
        Assert.That(client.Reply()["status"], Is.EqualTo(status));
    }

    [TestCase("complete_request", """complete_reply {"matches":[],"cursor_start":3,"cursor_end":3,"metadata":{},"status":"ok"}""")]
    [TestCase("inspect_request", """inspect_reply {"found":false,"data":{},"metadata":{},"status":"ok"}""")]
    [TestCase("history_request", """history_reply {"history":[],"status":"ok"}""")]
    [TestCase("comm_info_request", """comm_info_reply {"comms":{},"status":"ok"}""")]
    public void AnswersWhatItHasNothingToSayTo(string request, string reply)
    {
        client.Ask(request, new() { ["code"] = "foo", ["cursor_pos"] = 3, ["hist_access_type"] = "tail" });
        Assert.That(client.Reply().ToString(), Is.EqualTo(reply));
    }

    [Test]
    public void ClosesAWidgetsChannelAtOnce()
    {
        string opened = client.Ask("comm_open", new() { ["comm_id"] = "7", ["target_name"] = "a widget", ["data"] = new JsonObject() });
        Assert.That(client.ToldOf(opened)[1].ToString(), Is.EqualTo("""comm_close {"comm_id":"7","data":{}}"""));
    }

    [Test]
    public void SaysWhatItCannotRead()
    {
        client.Ask("execute_request", new() { ["code"] = 7 });
        Assert.That(client.Reply() is { Type: "execute_reply" } reply && reply["status"] == "error" && reply["ename"] == "UnreadableRequest");
        Assert.That(cells.Ran, Is.Empty);
    }

    [Test]
    public void PassesOverARequestThatNobodyHasDefined()
    {
        Assert.That(client.ToldOf(client.Ask("dance_request", [])), Has.Count.EqualTo(2), "busy and idle");
        Assert.That(client.Run("a").Reply["status"], Is.EqualTo("ok"));
    }

    [Test]
    public void RunsNothingThatIsNotSignedOrWasRunBefore()
    {
        byte[][] request = client.Request("1", "execute_request", """{"code":"a"}""");
        client.Shell.Send(request);
        Assert.That(client.Reply()["status"], Is.EqualTo("ok"));
        client.Shell.Send(request);
        client.Shell.Send([request[0], [], .. request[2..]]);
        client.Shell.Send([.. client.Request("2", "execute_request", """{"code":"b"}""")[..5], [.. """{"code":"evil"}"""u8]]);
        Assert.That(client.Run("c").Reply["status"], Is.EqualTo("ok"));
        Assert.That(cells.Ran, Is.EqualTo((string[])["a", "c"]));
    }

    [TestCase("Grüße, 日本語, 🙂, \u202E, \u0000 and \"quotes\\\"")]
    [TestCase("<script>alert(1)</script>&amp;")]
    public void CarriesEveryCharacter(string text) =>
        Assert.That(client.Run(text).Told.Select(message => message["text"] ?? message["code"]), Is.EqualTo((string[])[text, text]));

    [Test]
    public void CarriesTenMegabytes()
    {
        string text = string.Concat(Enumerable.Range(0, 1_000_000).Select(i => $"{i:D9}\n"));
        Assert.That(client.Run(text).Told[1]["text"], Is.EqualTo(text));
    }
}
