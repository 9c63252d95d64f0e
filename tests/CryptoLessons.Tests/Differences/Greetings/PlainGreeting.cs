namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>The innermost suite.</summary>
internal sealed class PlainGreeting : Greeting
{
    public override string Comma => ",";

    public override string Hello(string name) => $"Hello{Comma} {name}{Stop()}";

    public override string Hello(string name, int times) => Repeat(Hello(name), times);

    public override string Bye(string name) => $"Bye{Comma} {name}{Stop()}";

    private static string Repeat(string text, int times) => Joined(Enumerable.Repeat(text, times));

    private static string Joined(IEnumerable<string> texts) => string.Join(' ', texts);
}
