using CryptoLessons.ExceptionalAccess;

namespace CryptoLessons.Designs;

/// <summary>The messengers that the reports name beside WhatsApp, and the letters that they compare them with.</summary>
internal static class OtherMessengers
{
    private const int Countries = 3;

    public static Design Postcard { get; } = new(
        "postcard",
        "plain text on the wire, as letters that are steamed open",
        ["A22", "A42", "A46"],
        [],
        (script, random, _) => new PostcardDeployment(script.People, new Court(random.Child("court"))))
    {
        Parts = [typeof(Postcard)],
        Control = Strict.Design,
    };

    public static Design TransportOnly { get; } = new(
        "transport-only",
        "encrypted between each phone and the provider, who reads and keeps everything",
        ["A04", "A05", "A08", "A22", "A26", "A42"],
        [],
        (script, random, _) => new ClientServerDeployment(script.People, random, new ReadableStore()))
    {
        Parts = [typeof(ChannelKey), typeof(ReadableStore)],
        Control = Strict.Design,
    };

    public static Design CloudChat { get; } = new(
        "cloud-chat",
        "the provider reads everything, and locks its disks with a key in parts that lie in several countries",
        ["A15", "A17", "A32"],
        [],
        (script, random, _) => new ClientServerDeployment(script.People, random, new LockedStore(random.Child("store"), Countries)))
    {
        Parts = [typeof(ChannelKey), typeof(LockedStore), typeof(StorageKey)],
        Control = Strict.Design,
    };

    public static Design InterceptInterface { get; } = new(
        "intercept-interface",
        "the provider reads what it carries and keeps nothing; its switch has a standard interception port beneath a layer that keeps a log",
        ["A34"],
        [],
        (script, random, _) => new InterceptDeployment(script.People, random))
    {
        Parts = [typeof(ChannelKey), typeof(InterceptPort), typeof(InterceptManagement)],
    };

    public static Design SecretChat { get; } = new(
        "secret-chat",
        "a key between two devices, renewed after every hundred messages",
        ["A15", "A17"],
        [],
        (script, random, _) => new SecretChatDeployment(script.People, random))
    {
        Parts = [typeof(SecretChat), typeof(SecretChatKey)],
    };
}
