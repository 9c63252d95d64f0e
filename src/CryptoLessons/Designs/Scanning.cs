using CryptoLessons.Adversary;
using CryptoLessons.Conversations;
using CryptoLessons.ExceptionalAccess.Scanning;
using CryptoLessons.Protocol.Handshake;
using CryptoLessons.Protocol.Primitives;
using CryptoLessons.Protocol.Ratchet;

namespace CryptoLessons.Designs;

/// <summary>Phones that scan before they encrypt.</summary>
internal static class Scanning
{
    /// <summary>By how many of 64 bits a picture may differ from a listed one.</summary>
    private const int Threshold = 4;

    public static Design Design { get; } = new(
        "client-scanning",
        "Signal's protocol, in an app that compares each message with a list before it encrypts it",
        ["A35", "A36", "A37", "A38"],
        [typeof(X3dh), typeof(SignalFunctions)],
        (script, random, profile) =>
        {
            var administrator = new ListAdministrator(random.Child("administrator"));
            return new ScanningDeployment(script.People, random, profile, administrator, List(script, random.Child("list")));
        })
    {
        Parts = [typeof(ClientScanner), typeof(ScanList), typeof(ScanReport), typeof(ListAdministrator)],
    };

    /// <summary>What stands for the material that is looked for: the text in the middle of the first half of the conversation, and its pictures.</summary>
    private static ScanList List(Script script, SeededRandom random)
    {
        ScriptedMessage[] conversation = [.. script.Conversation];
        ScanList list = new ScanList(Threshold, random).WithText(MessageContent.Read(conversation[(conversation.Length - 1) / 4].Plaintext).Text);
        foreach (ReadOnlyMemory<byte> file in conversation.Select(message => MessageContent.Read(message.Plaintext).File).Where(file => !file.IsEmpty))
            list = GreyImage.Read(file.Span) is { } picture ? list.WithPicture(PerceptualHash.Of(picture)) : list.WithFile(file.Span);
        return list;
    }
}
