namespace CryptoLessons.Tests.Differences.Greetings;

/// <summary>An abstract class between: it passes some functions on, changes one, and leaves one of its own open.</summary>
internal abstract class TitledGreeting(Greeting inner) : Greeting
{
    public override string Comma => inner.Comma;

    public override string Hello(string name) => inner.Hello(Title(name));

    public override string Hello(string name, int times) => inner.Hello(name, times);

    public override string Bye(string name) => inner.Bye(name);

    public override string Stop() => inner.Stop();

    protected abstract string Title(string name);
}
