using System.Text;
using CryptoLessons.Conversations;
using NUnit.Framework;

namespace CryptoLessons.Tests.Conversations;

/// <summary>What an app shows of a plaintext.</summary>
[TestFixture]
internal sealed class MessageContentTests
{
    private static readonly ChatMessage Said = new(1, "Alice", TestScripts.Start, "Look at this", new Attachment("plan.png", new byte[3]));

    [Test]
    public void TextAndAttachmentAreShown()
    {
        Assert.That(MessageContent.Show(MessageContent.Encode(Said)), Is.EqualTo("Look at this [plan.png, 3 bytes]"));
        Assert.That(MessageContent.Show(MessageContent.Encode(Said with { Attachment = null })), Is.EqualTo("Look at this"));
        Assert.That(MessageContent.Show(MessageContent.Encode(Said with { Text = "" })), Is.EqualTo("[plan.png, 3 bytes]"));
    }

    [Test]
    public void AnEmptyMessageIsAMessage() => Assert.That(MessageContent.Show(MessageContent.Encode(Said with { Text = "", Attachment = null })), Is.Empty);

    [Test]
    public void BytesThatAreNoContentShowTheirNumber()
    {
        Assert.That(MessageContent.Show([0xFF, 0xFF, 0xFF]), Is.EqualTo("[3 bytes]"));
        Assert.That(MessageContent.Show(Encoding.UTF8.GetBytes("This was never said.")), Is.EqualTo("[20 bytes]"));
    }
}
