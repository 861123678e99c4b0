// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every file of the corpus, then mutations of them that are the same every time.
// Usage: fuzz_NAME CORPUS_FOLDER MUTATIONS
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <string_view>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace {

constexpr std::size_t kMaxSize = 64 * 1024;
constexpr std::array<std::string_view, 14> kNasty {
    "1e999", "-1", "0", "9007199254740993", "1e-320", "null", "true", "{}", "[]", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\xff", "[[[[[[[[",
};

void run(const std::string &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t *>(input.data()), input.size());
}

class Mutator
{
public:
    explicit Mutator(const std::vector<std::string> &corpus) : m_corpus(corpus) {}

    std::string next()
    {
        std::string text = m_corpus[below(m_corpus.size())];
        for (std::size_t edits = 1 + below(6); edits > 0; --edits)
            edit(text);
        text.resize(std::min(text.size(), kMaxSize));
        return text;
    }

private:
    std::size_t below(std::size_t limit) { return limit == 0 ? 0 : static_cast<std::size_t>(m_random() % limit); }

    void edit(std::string &text)
    {
        const std::size_t at = below(text.size() + 1);
        const std::size_t length = std::min(below(40), text.size() - at);
        switch (below(6)) {
        case 0: text.erase(at, length); break;
        case 1: text.insert(at, text.substr(at, length)); break;
        case 2: text.insert(at, kNasty[below(kNasty.size())]); break;
        case 3: replaceToken(text, at); break;
        case 4:
            if (at < text.size())
                text[at] = static_cast<char>(below(256));
            break;
        default: {
            const std::string &other = m_corpus[below(m_corpus.size())];
            const std::size_t from = below(other.size() + 1);
            text.replace(at, length, other.substr(from, below(80)));
        }
        }
    }

    // Puts something nasty where a number or word was: keeps the text JSON more often than blind edits do.
    void replaceToken(std::string &text, std::size_t at)
    {
        constexpr std::string_view kToken = "0123456789.-+eE";
        const std::size_t begin = text.find_first_of("0123456789", at);
        if (begin == std::string::npos)
            return;
        const std::size_t end = std::min(text.find_first_not_of(kToken, begin), text.size());
        text.replace(begin, end - begin, kNasty[below(kNasty.size())]);
    }

    const std::vector<std::string> &m_corpus;
    std::mt19937_64 m_random {20};
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fputs("usage: fuzz_NAME CORPUS_FOLDER MUTATIONS\n", stderr);
        return 2;
    }
    std::vector<std::filesystem::path> paths;
    for (const auto &entry : std::filesystem::directory_iterator(argv[1]))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    if (paths.empty()) {
        std::fprintf(stderr, "%s is empty\n", argv[1]);
        return 2;
    }
    std::vector<std::string> corpus;
    for (const auto &path : paths) {
        std::ifstream file(path, std::ios::binary);
        corpus.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
        run(corpus.back());
    }
    Mutator mutator(corpus);
    const int mutations = std::atoi(argv[2]);
    for (int i = 0; i < mutations; ++i)
        run(mutator.next());
    std::printf("%zu files and %d mutations\n", corpus.size(), mutations);
    return 0;
}
