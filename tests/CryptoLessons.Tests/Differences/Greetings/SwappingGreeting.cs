namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>Looks as if it passed its calls on, and does not.</summary>
internal sealed class SwappingGreeting(Greeting inner) : Greeting
{
    public override string Comma => inner.Comma + " ";

    public override string Hello(string name) => inner.Hello(Comma);

    public override string Hello(string name, int times) => inner.Hello(name, times);

    public override string Bye(string name) => inner.Hello(name);
}
