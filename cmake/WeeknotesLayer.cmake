# SPDX-License-Identifier: GPL-3.0-or-later
# One static library a layer, one executable a test, all with the same rules.

add_library(weeknotes_rules INTERFACE)
target_compile_options(weeknotes_rules INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual
    # Of sources that are compiled at a time GCC takes all but the first for headers, and clang one's names for another's.
    $<$<AND:$<BOOL:${WEEKNOTES_BATCH}>,$<CXX_COMPILER_ID:GNU>>:-Wno-subobject-linkage>
    $<$<AND:$<BOOL:${WEEKNOTES_BATCH}>,$<CXX_COMPILER_ID:Clang>>:-Wno-shadow>
    $<$<BOOL:${WEEKNOTES_WERROR}>:-Werror>)
target_compile_definitions(weeknotes_rules INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_FOREACH QT_NO_KEYWORDS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_ENABLE_STRICT_MODE_UP_TO=0x060800
    WEEKNOTES_VERSION="${PROJECT_VERSION}")
target_include_directories(weeknotes_rules INTERFACE ${PROJECT_SOURCE_DIR}/src)
if(WEEKNOTES_SANITIZE)
    target_compile_options(weeknotes_rules INTERFACE -fsanitize=${WEEKNOTES_SANITIZE} -fno-omit-frame-pointer)
    target_link_options(weeknotes_rules INTERFACE -fsanitize=${WEEKNOTES_SANITIZE})
    if(WEEKNOTES_SANITIZE MATCHES undefined) # else it only prints what it finds, and the test passes
        target_compile_options(weeknotes_rules INTERFACE -fno-sanitize-recover=all)
        target_link_options(weeknotes_rules INTERFACE -fno-sanitize-recover=all)
    endif()
endif()

# Most of the time of compiling a test goes into the same headers of Qt and the standard library, so they are read once.
# Only what all tests define may be defined here: Gui, Widgets and Sql are found, not linked. No QApplication: its qApp
# would be another one for tests that have no widgets.
add_library(weeknotes_precompiled OBJECT EXCLUDE_FROM_ALL ${PROJECT_SOURCE_DIR}/cmake/precompiled.cpp)
target_link_libraries(weeknotes_precompiled PRIVATE weeknotes_rules Qt6::Core)
foreach(module Gui Widgets Sql)
    target_include_directories(weeknotes_precompiled
        SYSTEM PRIVATE $<TARGET_PROPERTY:Qt6::${module},INTERFACE_INCLUDE_DIRECTORIES>)
endforeach()
target_compile_options(weeknotes_precompiled PRIVATE -O0)
target_precompile_headers(weeknotes_precompiled PRIVATE
    <algorithm> <array> <chrono> <expected> <functional> <map> <memory> <optional> <ranges> <span> <tuple> <vector>
    <QAction> <QDateTime> <QDialog> <QDir> <QFileInfo> <QHash> <QKeyEvent> <QLabel> <QListView> <QLocale>
    <QMenu> <QObject> <QPainter> <QPointer> <QPushButton> <QRandomGenerator> <QRegularExpression> <QScrollBar> <QSet>
    <QSqlDatabase> <QSqlQuery> <QString> <QStringList> <QTemporaryDir> <QTextBlock> <QTextDocument> <QTextEdit>
    <QTimeZone> <QTimer> <QUrl> <QVBoxLayout> <QWidget>)

# weeknotes_add_layer(NAME [SMALL] SOURCES … [PUBLIC libraries…] [PRIVATE libraries…])
# makes the static library weeknotes_NAME. PUBLIC lists what its headers need, PRIVATE what only its sources include.
# SMALL: it does little by itself between a key and the screen, and is compiled for size: half the pages of code to load.
# With WEEKNOTES_BATCH, as in all presets but dev, so many sources are compiled at a time, which saves half of the time;
# no two sources of a layer may then have the same name for different things. CMake's own way (UNITY_BUILD) names the
# project's folder in the files that it makes, and so hides from ccache that another checkout has compiled the same.
function(weeknotes_add_layer name)
    cmake_parse_arguments(PARSE_ARGV 1 layer "SMALL" "" "SOURCES;PUBLIC;PRIVATE")
    add_library(weeknotes_${name} STATIC ${layer_SOURCES})
    target_link_libraries(weeknotes_${name} PUBLIC ${layer_PUBLIC} PRIVATE weeknotes_rules ${layer_PRIVATE})
    target_include_directories(weeknotes_${name} PUBLIC ${PROJECT_SOURCE_DIR}/src)
    if(layer_SMALL)
        target_compile_options(weeknotes_${name} PRIVATE $<$<NOT:$<CONFIG:Debug>>:-Os>)
    endif()
    if(WEEKNOTES_BATCH)
        list(FILTER layer_SOURCES INCLUDE REGEX "\\.cpp$")
        set(mocs ${CMAKE_CURRENT_BINARY_DIR}/weeknotes_${name}_autogen/mocs_compilation.cpp)
        set_source_files_properties(${layer_SOURCES} ${mocs} PROPERTIES HEADER_FILE_ONLY ON)
        set(number 0)
        while(layer_SOURCES)
            list(SUBLIST layer_SOURCES 0 ${WEEKNOTES_BATCH} batch)
            list(REMOVE_ITEM layer_SOURCES ${batch})
            list(TRANSFORM batch REPLACE "(.+)" "#include \"${name}/\\1\"\n")
            string(CONCAT text ${batch})
            if(NOT layer_SOURCES)
                string(APPEND text "#include \"weeknotes_${name}_autogen/mocs_compilation.cpp\"\n")
            endif()
            math(EXPR number "${number} + 1")
            file(CONFIGURE OUTPUT batch${number}.cpp CONTENT "${text}" @ONLY)
            target_sources(weeknotes_${name} PRIVATE ${CMAKE_CURRENT_BINARY_DIR}/batch${number}.cpp)
        endwhile()
    endif()
endfunction()

# weeknotes_add_test(NAME SOURCES … [LIBRARIES …] [ZONES …] [SOAK]) makes the QtTest program NAME (tst_…) and the ctest of
# that name. SOAK: it goes round with random input as often as support/rounds.h says, and has a long form in ./dev soak.
# ZONES: it runs in each of these time zones too, as NAME@Area-Place.
# It runs without a display and with a home of its own, so that no test sees the person's files or another test's.
function(weeknotes_add_test name)
    cmake_parse_arguments(PARSE_ARGV 1 test "SOAK" "" "SOURCES;LIBRARIES;ZONES")
    add_executable(${name} ${test_SOURCES})
    target_link_libraries(${name} PRIVATE weeknotes_rules weeknotes_testdata ${test_LIBRARIES} Qt6::Test)
    target_include_directories(${name} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_compile_options(${name} PRIVATE -O0) # a test is compiled more often than it runs; the layers are not touched
    target_precompile_headers(${name} REUSE_FROM weeknotes_precompiled)
    weeknotes_moc_source(${name})
    add_test(NAME ${name} COMMAND ${name})
    weeknotes_isolate_test(${name})
    foreach(zone IN LISTS test_ZONES)
        string(REPLACE "/" "-" place ${zone})
        add_test(NAME ${name}@${place} COMMAND ${name})
        weeknotes_isolate_test(${name}@${place})
        set_tests_properties(${name}@${place} PROPERTIES ENVIRONMENT_MODIFICATION "TZ=set:${zone}")
    endforeach()
    if(test_SOAK)
        set_property(TEST ${name} APPEND PROPERTY LABELS soak)
    endif()
    # Where values go from thread to thread, ThreadSanitizer watches.
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME room)
    if(room MATCHES "^(core|exporter|markdown|notebook)$")
        set_property(TEST ${name} APPEND PROPERTY LABELS threads)
        add_dependencies(threads ${name})
    endif()
endfunction()

# Makes NAME.moc of NAME.cpp, the only source of that program with classes for moc. CMake's AUTOMOC takes a second for
# each program, looking for what there is to do.
function(weeknotes_moc_source name)
    set(folder ${CMAKE_CURRENT_BINARY_DIR}/${name}_moc)
    qt_generate_moc(${name}.cpp ${folder}/${name}.moc)
    set_target_properties(${name} PROPERTIES AUTOMOC OFF AUTORCC OFF AUTOUIC OFF)
    target_sources(${name} PRIVATE ${folder}/${name}.moc)
    target_include_directories(${name} PRIVATE ${folder})
endfunction()

# Gives the ctest NAME a home of its own; for tests that are no QtTest program too.
function(weeknotes_isolate_test name)
    set(home ${CMAKE_BINARY_DIR}/test-homes/${name})
    file(MAKE_DIRECTORY ${home}/runtime)
    file(CHMOD ${home}/runtime PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    set_tests_properties(${name} PROPERTIES ENVIRONMENT
        "HOME=${home};XDG_DATA_HOME=${home}/data;XDG_CONFIG_HOME=${home}/config;XDG_CACHE_HOME=${home}/cache;XDG_RUNTIME_DIR=${home}/runtime;QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;TZ=UTC;TSAN_OPTIONS=suppressions=${PROJECT_SOURCE_DIR}/tests/support/tsan.supp")
endfunction()
